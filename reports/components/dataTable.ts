import {html} from "npm:htl";
import {type ColumnOf, namesOf, type Row} from "./csv.js";
import {formatValue} from "./formats.js";
import {showMore} from "./showMore.js";

/** A column of a table of rows of type T, named by one of their properties. */
export interface Column<T extends object = Row> {
  key: ColumnOf<T>;
  label?: string;
  /** What a cell shows; text, or a node such as a link. */
  format?: (value: unknown, row: NoInfer<T>) => string | Node;
  /** Right-aligned and sorted from the largest first; found from the values unless given. */
  isNumber?: boolean;
}

export interface TableOptions<T extends object = Row> {
  caption?: string;
  columns?: (Column<T> | ColumnOf<T>)[];
  sort?: ColumnOf<T>;
  descending?: boolean;
  /** Rows shown at first, and added by each press of “show more”. */
  step?: number;
  /** Height in pixels above which the table scrolls under its heading. */
  maxHeight?: number;
}

/** A text of more letters gets room to be read. */
const LONG_TEXT = 32;

/** A table of no more rows, such as one of every state, is printed whole. */
const PRINTED_WHOLE = 60;

interface State<T> {
  sort?: ColumnOf<T> | undefined;
  isDescending: boolean;
  shown: number;
}

/**
 * Returns a table whose columns sort by their heading’s button and whose first column heads each row. Rows keep
 * their given order until a heading is pressed, unless `sort` names a column.
 */
export function dataTable<T extends object>(rows: T[], options: TableOptions<T> = {}): HTMLElement {
  const {caption, sort, descending = false, step = 100, maxHeight} = options;
  const columns = columnsOf(rows, options.columns);
  const state: State<T> = {sort, isDescending: descending, shown: step};
  // Made once, so that what a page changes in a row, such as hiding it, outlives another order.
  const elements = new Map<T, HTMLElement>();
  const body = html`<tbody></tbody>`;
  const more = showMore("rows", () => {
    state.shown += step;
    show();
  });
  const headings = columns.map((column) => heading(column, () => toggle(column)));
  const table = html`<table class="data-table">
    ${
      caption
        ? html`<caption>
            <span>${caption}</span>
          </caption>`
        : null
    }
    <thead>
      <tr>
        ${headings}
      </tr>
    </thead>
    ${body}
  </table>`;
  const frame = html`<div class="table-frame" tabindex="0" role="region" aria-label=${caption ?? "Table"}>
    ${table}
  </div>`;
  // Browsers leave what is half hidden at the side where it is.
  frame.addEventListener("focusin", ({target}) => {
    if (target !== frame) (target as Element).scrollIntoView({block: "nearest", inline: "nearest"});
  });
  if (maxHeight) frame.style.maxHeight = `${maxHeight}px`;
  show();
  return html`<div class="table-block">${frame}${more.elements}</div>`;

  function toggle({key, isNumber}: Column<T>): void {
    const isSame = state.sort === key;
    state.isDescending = isSame ? !state.isDescending : Boolean(isNumber);
    state.sort = key;
    show();
  }

  function show(): void {
    const ordered = state.sort === undefined ? rows : sorted(rows, state.sort, state.isDescending);
    const printed = rows.length <= PRINTED_WHOLE ? rows.length : state.shown;
    body.replaceChildren(...ordered.slice(0, printed).map(elementOf));
    for (const [i, element] of [...body.children].entries())
      element.classList.toggle("print-only", i >= state.shown);
    for (const [i, {key}] of columns.entries()) {
      const direction = state.isDescending ? "descending" : "ascending";
      headings[i]!.setAttribute("aria-sort", key === state.sort ? direction : "none");
    }
    more.update({shown: state.shown, all: rows.length, step, printed});
  }

  function elementOf(row: T): HTMLElement {
    const element = elements.get(row) ?? tableRow(row, columns);
    elements.set(row, element);
    return element;
  }
}

function columnsOf<T extends object>(rows: T[], given?: (Column<T> | ColumnOf<T>)[]): Column<T>[] {
  return (given ?? namesOf(rows)).map((entry) => {
    const column: Column<T> = typeof entry === "string" ? {key: entry} : entry;
    const value = rows.find((row) => row[column.key] != null)?.[column.key];
    return {isNumber: typeof value === "number", ...column};
  });
}

function heading<T extends object>({key, label, isNumber}: Column<T>, onPress: () => void): HTMLElement {
  const name = label ?? key.replaceAll("_", " ");
  // The mark of the order keeps to one word, so that it never stands on a line of its own.
  const [, before = "", after = ""] = (isNumber ? /^()(\S+)/ : /^(.*?)(\S+)$/).exec(name) ?? [];
  const marked = html`<span class="sort-mark">${after}</span>`;
  const button = html`<button type="button">
    ${before}${marked}${name.slice(before.length + after.length)}
  </button>`;
  button.onclick = onPress;
  return html`<th scope="col" class=${isNumber ? "is-number" : ""}>${button}</th>`;
}

/** Made without a template: tables of thousands of cells stand in a third of the time. */
function tableRow<T extends object>(row: T, columns: Column<T>[]): HTMLElement {
  const element = document.createElement("tr");
  for (const [i, {key, format = formatValue, isNumber}] of columns.entries()) {
    const cell = document.createElement(i === 0 ? "th" : "td");
    if (i === 0) cell.setAttribute("scope", "row");
    // A page’s own JavaScript may also give nothing, a number or a list.
    cell.append(...[format(row[key], row) ?? ""].flat());
    if (isNumber) cell.className = "is-number";
    else if ((cell.textContent ?? "").length > LONG_TEXT) cell.className = "is-long";
    element.append(cell);
  }
  return element;
}

/** Returns the rows in order of a column; missing values come last either way. */
function sorted<T>(rows: T[], key: ColumnOf<T>, isDescending: boolean): T[] {
  const sign = isDescending ? -1 : 1;
  const collator = new Intl.Collator(undefined, {numeric: true});
  return rows.toSorted(({[key]: a}, {[key]: b}) => {
    if (a == null || b == null) return Number(a == null) - Number(b == null);
    if (typeof a === "string" && typeof b === "string") return sign * collator.compare(a, b);
    return sign * (Number(a) - Number(b));
  });
}
