import {html} from "npm:htl";

const STATUS = {
  passed: {symbol: "✓", label: "passed"},
  warning: {symbol: "▲", label: "warning"},
  error: {symbol: "✕", label: "failed"}
};

/** Returns a status as a shape, a word and a colour, so that none of them stands alone. */
export function statusBadge(status: keyof typeof STATUS, label = STATUS[status].label): HTMLElement {
  return html`<span class=${`status status-${status}`}
    ><span aria-hidden="true">${STATUS[status].symbol}</span>${label}</span
  >`;
}
