/** Parameters that mean the same on every page, so that links within the site carry them along. */
const SHARED = ["state", "type", "service"];

/** An input of Observable Inputs; a search also takes its words as `query`, and its value are the rows that it finds. */
type Input = HTMLElement & {value: unknown; query?: unknown};

/** Returns a parameter of the page’s address, or the fallback. */
export function urlParameter(name: string, fallback = ""): string {
  return new URLSearchParams(location.search).get(name) ?? fallback;
}

/** Puts parameters into the page’s address; null, undefined or "" takes one out. `push` makes a step for “back”. */
export function setUrlParameters(values: Record<string, unknown>, {push = false} = {}): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value == null || value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, String(value));
  }
  if (url.href === location.href) return;
  if (push) history.pushState(null, "", url);
  else history.replaceState(null, "", url);
}

/**
 * Ties an input to a parameter of the address: it starts with the address’s value, writes its own there, and
 * follows “back” and “forward”. Returns the input, so that `view(inAddress(Inputs.text(), "q"))` works.
 * Values other than text need `parse` and `format`. Of a search the words are kept.
 */
export function inAddress<T extends Input>(
  input: T,
  name: string,
  {parse = (text: string): unknown => text, format = (value: unknown): unknown => value, push = false} = {}
): T {
  const words = "query" in input ? input.querySelector("input") : null;
  const shown = () => (words ? words.value : format(input.value));
  const initial = shown();
  const read = () => {
    const text = urlParameter(name, String(initial ?? ""));
    if (words) input.query = text;
    else input.value = parse(text);
    input.dispatchEvent(new Event("input", {bubbles: true}));
  };
  if (new URLSearchParams(location.search).has(name)) read();
  input.addEventListener("input", () => {
    const value = shown();
    setUrlParameters({[name]: value === initial ? null : value}, {push});
  });
  addEventListener("popstate", read);
  return input;
}

/** Makes links to other pages of the site carry the shared parameters of this one. */
export function carrySharedParameters(): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.("a[href]") as HTMLAnchorElement | null;
    if (!link || link.origin !== location.origin || link.download || link.hash) return;
    const url = new URL(link.href);
    for (const name of SHARED) {
      const value = urlParameter(name);
      if (value && !url.searchParams.has(name)) url.searchParams.set(name, value);
    }
    link.href = url.href;
  });
}
