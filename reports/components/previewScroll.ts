/**
 * Keeps a previewed page where its reader has scrolled to when a cell is edited: once everything was shown, what follows
 * an edited cell is no longer taken away until that cell shows something (see style.css).
 */
export function keepPreviewScroll(): void {
  const main = document.querySelector("#observablehq-main");
  if (!main || !document.querySelector(".preview-faults")) return;
  const observer = new MutationObserver(note);
  observer.observe(main, {childList: true, subtree: true});
  note();

  function note(): void {
    if (main!.querySelector("observablehq-loading")) return;
    document.documentElement.classList.add("was-shown");
    observer.disconnect();
  }
}
