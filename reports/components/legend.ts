import {html} from "npm:htl";

/** Returns a legend: a swatch and a label for each entry. */
export function legend(entries: {label: string; color: string}[]): HTMLElement {
  return html`<ul class="legend">
    ${entries.map(({label, color}) => {
      const swatch = html`<span class="swatch"></span>`;
      swatch.style.background = color;
      return html`<li>${swatch}${label}</li>`;
    })}
  </ul>`;
}
