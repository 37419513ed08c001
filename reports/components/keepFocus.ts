/** How long a cell may take to show what replaces the element that had the focus. */
const PATIENCE_MS = 500;

interface Holder {
  element: Element;
  name: string;
}

/**
 * Gives the focus back when a cell shows itself anew and takes the element that had it away: to the element of the
 * same kind and name, else to the one that says where the reader has come to (`data-keeps-focus`).
 */
export function keepFocus(): void {
  const main = document.querySelector("#observablehq-main");
  if (!main) return;
  let last: Holder | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;
  main.addEventListener("focusin", ({target}) => {
    last = {element: target as Element, name: nameOf(target as Element)};
  });
  main.addEventListener("focusout", ({target}) => {
    // Where the element was taken away it is no longer connected; else the reader has left it.
    setTimeout(() => {
      if ((target as Element).isConnected && last?.element === target) last = null;
    });
  });
  new MutationObserver(look).observe(main, {childList: true, subtree: true});

  function look(): void {
    if (!last || last.element.isConnected) return;
    if (document.activeElement !== document.body) last = null;
    else if (!give(sameAs(main!, last)))
      patience ??= setTimeout(() => {
        patience = undefined;
        if (last && document.activeElement === document.body) give(main!.querySelector("[data-keeps-focus]"));
      }, PATIENCE_MS);
  }
}

function nameOf(element: Element): string {
  return element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
}

function sameAs(main: Element, {element, name}: Holder): Element | undefined {
  return [...main.querySelectorAll(element.localName)].find(
    (other) => nameOf(other) === name && other.getClientRects().length > 0
  );
}

function give(element: Element | null | undefined): boolean {
  (element as HTMLElement | null | undefined)?.focus({preventScroll: true});
  return Boolean(element) && document.activeElement === element;
}
