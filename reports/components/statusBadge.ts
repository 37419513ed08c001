import {html, svg} from "npm:htl";

const STATUS = {
  passed: {path: "M2 8.5l4 4 8-9", label: "passed"},
  warning: {path: "M8 2l6.5 12h-13zM8 6.5v3.5M8 12v.5", label: "warning"},
  error: {path: "M3 3l10 10M13 3L3 13", label: "failed"}
};

/** Returns a status as a shape, a word and a colour, so that none of them stands alone. */
export function statusBadge(status: keyof typeof STATUS, label = STATUS[status].label): HTMLElement {
  const shape = svg`<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d=${STATUS[status].path} fill="none" stroke="currentColor" stroke-width="2"></path>
  </svg>`;
  return html`<span class=${`status status-${status}`}>${shape}${label}</span>`;
}
