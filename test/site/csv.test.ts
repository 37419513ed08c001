import {parse} from "csv-parse/sync";
import {expect, it} from "vitest";
import {toCsv} from "../../reports/components/csv.js";

it("a CSV file gives back its texts, and none that a spreadsheet would run as a formula", () => {
  const hostile = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx"];
  const plain = ['a "quoted" word', "one, two", "line\nbreak", "Peña"];
  const rows = [...hostile, ...plain].map((name, i) => ({name, count: -1 - i}));
  const read = parse(toCsv(rows), {bom: true, columns: true}) as {name: string; count: string}[];
  expect(read.map(({name}) => name)).toEqual([...hostile.map((text) => `'${text}`), ...plain]);
  expect(read.map(({count}) => Number(count))).toEqual(rows.map(({count}) => count));
});
