/** Parameters that mean the same on every page, so that links within the site carry them along. */
const SHARED = ["state", "type", "service"];

type Input = HTMLElement & {value: unknown};

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
 * Values other than text need `parse` and `format`.
 */
export function inAddress<T extends Input>(
  input: T,
  name: string,
  {parse = (text: string): unknown => text, format = (value: unknown): unknown => value, push = false} = {}
): T {
  const initial = format(input.value);
  const read = () => {
    input.value = parse(urlParameter(name, String(initial ?? "")));
    input.dispatchEvent(new Event("input", {bubbles: true}));
  };
  if (new URLSearchParams(location.search).has(name)) read();
  input.addEventListener("input", () => {
    const value = format(input.value);
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
