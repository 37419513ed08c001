/** Media whose colours differ: the dark theme is that of screens, and paper is light. */
const MEDIA = ["(prefers-color-scheme: dark)", "print"];

/** Calls when the page’s colours change, with its theme or for paper: a canvas keeps those that it was drawn in. */
export function onPaletteChange(redraw: () => void): void {
  for (const media of MEDIA) matchMedia(media).addEventListener("change", redraw);
}
