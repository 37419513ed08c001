import * as d3 from "npm:d3";
import {html} from "npm:htl";
import {dataTable} from "./dataTable.js";
import {formatCount} from "./formats.js";

/** A column of the warehouse, as the snapshot of the dictionary has it. */
export interface DictionaryColumn {
  schema_name: string;
  table_name: string;
  table_comment: string | null;
  row_count: number;
  column_name: string;
  column_comment: string | null;
  data_type: string;
  is_nullable: boolean;
}

export interface DictionaryTables {
  element: HTMLElement;
  /** Shows the columns that hold every word of a text, in name, meaning or table, and says how many there are. */
  find(text: string): string;
}

/**
 * Returns the tables of the warehouse, a section each, given their columns in order of tables. They are made once;
 * a search hides what it does not want, which takes a fraction of the time of making tables anew.
 */
export function dictionaryTables(columns: DictionaryColumn[]): DictionaryTables {
  const sections = Array.from(
    d3.groups(columns, (column) => `${column.schema_name}.${column.table_name}`),
    ([name, rows]) => tableSection(name, rows)
  );
  return {element: html`<div>${sections.map(({element}) => element)}</div>`, find};

  function find(text: string): string {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const counts = sections.map((section) => filterRows(section, words));
    const columnCount = counts.reduce((sum, count) => sum + count, 0);
    const tableCount = counts.filter((count) => count > 0).length;
    if (words.length === 0) return "";
    if (columnCount === 0) return `Nothing matches “${text}”.`;
    return `${formatCount(columnCount)} of ${formatCount(columns.length)} columns match, in ${formatCount(tableCount)} of ${formatCount(sections.length)} tables.`;
  }
}

interface Section {
  element: HTMLElement;
  rows: {text: string; element: HTMLElement}[];
}

function tableSection(name: string, columns: DictionaryColumn[]): Section {
  const [{table_comment, row_count}] = columns as [DictionaryColumn];
  const table = dataTable(columns, {
    caption: `Columns of ${name}`,
    step: columns.length,
    columns: [
      {key: "column_name", label: "Column", format: code},
      {key: "data_type", label: "Type", format: code},
      {key: "is_nullable", label: "May be empty"},
      {key: "column_comment", label: "Meaning"}
    ]
  });
  const elements = table.querySelectorAll<HTMLElement>("tbody tr");
  const rows = columns.map(({column_name, column_comment}, i) => ({
    text: `${name} ${column_name} ${column_comment} ${table_comment}`.toLowerCase(),
    element: elements[i]!
  }));
  const element = html`<section class="drawn-in-view">
    <h2 id=${name}>${breakable(name)}</h2>
    <p>${table_comment ?? "No description."} ${formatCount(row_count)} rows.</p>
    ${table}
  </section>`;
  return {element, rows};
}

/** A long name breaks after its words, where the line is too short for it. */
function breakable(name: string): Node[] {
  const parts = name.split(/(?<=[._])/);
  return parts.flatMap((part, i) => (i ? [document.createElement("wbr"), new Text(part)] : [new Text(part)]));
}

function code(value: unknown): HTMLElement {
  const element = document.createElement("code");
  element.textContent = String(value);
  return element;
}

/** Hides the rows that lack a word, and the section if that leaves none; returns how many rows are shown. */
function filterRows({element, rows}: Section, words: string[]): number {
  let count = 0;
  for (const row of rows) {
    const isWanted = words.every((word) => row.text.includes(word));
    row.element.hidden = !isWanted;
    count += Number(isWanted);
  }
  element.hidden = count === 0;
  return count;
}
