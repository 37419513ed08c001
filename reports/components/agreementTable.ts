import {html} from "npm:htl";
import {formatCount, formatShare} from "./formats.js";

/** A row of access-agreement.json. */
export interface AgreementCell {
  kind: string;
  payer: string;
  simple_measure: string;
  is_worst_by_e2sfca: boolean;
  is_worst_by_simple: boolean;
  county_count: number;
  people: number;
}

const NAMES: Record<string, string> = {
  sites_per_100k: "sites per 100,000 residents",
  nearest_miles: "miles to the nearest site"
};

/** Returns how many of the worst-served counties by E2SFCA a simple measure misses; null without any. */
export function missedShare(
  cells: AgreementCell[],
  measure: string
): {counties: number; people: number} | null {
  const worst = cells.filter((cell) => cell.simple_measure === measure && cell.is_worst_by_e2sfca);
  const missed = worst.filter((cell) => !cell.is_worst_by_simple);
  const sum = (rows: AgreementCell[], key: "county_count" | "people") =>
    rows.reduce((total, row) => total + row[key], 0);
  if (!sum(worst, "county_count")) return null;
  return {
    counties: sum(missed, "county_count") / sum(worst, "county_count"),
    people: sum(missed, "people") / sum(worst, "people")
  };
}

/** Returns one cross-table per simple measure: worst served or not, by it and by E2SFCA. */
export function agreementTable(cells: AgreementCell[]): HTMLElement {
  const measures = [...new Set(cells.map((cell) => cell.simple_measure))];
  return html`<div class="cross-tables">${measures.map((measure) => crossTable(cells, measure))}</div>`;
}

function crossTable(cells: AgreementCell[], measure: string): HTMLElement {
  const name = NAMES[measure] ?? measure;
  const cell = (e2sfca: boolean, simple: boolean) => {
    const found = cells.find(
      (row) =>
        row.simple_measure === measure &&
        row.is_worst_by_e2sfca === e2sfca &&
        row.is_worst_by_simple === simple
    );
    return html`<td class="is-number">
      ${formatCount(found?.county_count ?? 0)}<br /><small>${formatCount(found?.people ?? 0)} people</small>
    </td>`;
  };
  const missed = missedShare(cells, measure);
  return html`<table class="data-table">
    <caption>
      Worst fifth of the people by E2SFCA and by ${name}, counties.
      ${
        missed
          ? `This simpler measure misses ${formatShare(missed.counties)} of the counties and ${formatShare(missed.people)} of the people.`
          : ""
      }
    </caption>
    <thead>
      <tr>
        <td></td>
        <th scope="col" class="is-number">worst by ${name}</th>
        <th scope="col" class="is-number">not</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">worst by E2SFCA</th>
        ${cell(true, true)}${cell(true, false)}
      </tr>
      <tr>
        <th scope="row">not</th>
        ${cell(false, true)}${cell(false, false)}
      </tr>
    </tbody>
  </table>`;
}
