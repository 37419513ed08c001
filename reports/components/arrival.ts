/** What the reader does to go somewhere alone. */
const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"];

/**
 * Once everything on the page stands, goes to the place that its address names and marks the contents’ entry of the
 * section in view. The browser and Framework look for both while what follows a loading cell is not yet laid out.
 */
export function arrive(): void {
  const main = document.querySelector("#observablehq-main");
  if (!main) return;
  let hasMoved = false;
  const note = () => (hasMoved = true);
  for (const type of MOVES) addEventListener(type, note, {once: true, passive: true});
  const observer = new MutationObserver(look);
  observer.observe(main, {childList: true, subtree: true});
  look();

  function look(): void {
    if (main!.querySelector("observablehq-loading")) return;
    observer.disconnect();
    for (const type of MOVES) removeEventListener(type, note);
    requestAnimationFrame(() => {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target && !hasMoved) target.scrollIntoView();
      markContents(main!);
    });
  }
}

/** Marks the entry of the last heading in the window’s upper half, as Framework does when the page is scrolled. */
function markContents(main: Element): void {
  const toc = document.querySelector<HTMLElement>("#observablehq-toc");
  const selector = toc?.dataset.selector;
  if (!toc || !selector) return;
  const above = [...main.querySelectorAll(selector)].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 2
  );
  const hash = above.at(-1)?.querySelector<HTMLAnchorElement>("a[href]")?.hash;
  const entries = [...toc.querySelectorAll<HTMLElement>(".observablehq-secondary-link")];
  const entry = entries.find((link) => hash && link.querySelector("a")?.hash === hash);
  for (const link of entries) link.classList.toggle("observablehq-secondary-link-active", link === entry);
  const bar = toc.querySelector<HTMLElement>(".observablehq-secondary-link-highlight");
  if (bar) bar.style.cssText = entry ? `top: ${entry.offsetTop}px; height: ${entry.offsetHeight}px;` : "";
}
