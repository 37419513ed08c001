import {html} from "npm:htl";

export interface BigNumber {
  label: string;
  /** Formatted already. */
  value: string;
  note?: string | Node;
}

/** Returns a row of single numbers, each with what it counts and, where it helps, against what. */
export function bigNumbers(numbers: BigNumber[]): HTMLElement {
  return html`<dl class="numbers">
    ${numbers.map(
      ({label, value, note}) =>
        html`<div>
          <dt>${label}</dt>
          <dd>
            <div class="number">${value}</div>
            ${note ? html`<div class="number-note">${note}</div>` : null}
          </dd>
        </div>`
    )}
  </dl>`;
}
