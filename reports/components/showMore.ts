import {html} from "npm:htl";
import {formatCount} from "./formats.js";

export interface ShowMore {
  /** Where the reader asks for more; on paper, the line that says what is left out. */
  elements: HTMLElement[];
  /** Tells how many of all entries are shown, how many the next press adds, and how many are printed. */
  update(counts: {shown: number; all: number; step: number; printed?: number}): void;
}

/** What stands below a list of which only the beginning is shown; `noun` names its entries, such as “rows”. */
export function showMore(noun: string, onPress: () => void): ShowMore {
  const button = html`<button type="button" class="table-more" hidden></button>` as HTMLButtonElement;
  const note = html`<p class="print-only quiet" hidden></p>`;
  button.onclick = onPress;
  return {
    elements: [button, note],
    update({shown, all, step, printed = shown}) {
      const left = all - shown;
      // What has the focus cannot be hidden without losing it.
      if (left <= 0 && document.activeElement === button)
        (button.previousElementSibling as HTMLElement | null)?.focus({preventScroll: true});
      button.hidden = left <= 0;
      button.textContent = `Show ${Math.min(step, left)} more of ${formatCount(left)} left`;
      note.hidden = printed >= all;
      note.textContent = `The first ${formatCount(printed)} of ${formatCount(all)} ${noun}; the page on the web has all of them.`;
    }
  };
}
