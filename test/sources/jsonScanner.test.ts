import fc from "fast-check";
import {expect, it} from "vitest";
import {JsonScanner, JsonSyntaxError, type JsonSpan, type Wanted} from "../../src/sources/jsonScanner.js";

function scan(text: string, want: (path: string[]) => Wanted, chunkSize = 1 << 20): JsonSpan[] {
  const spans: JsonSpan[] = [];
  const scanner = new JsonScanner(want, (span) => spans.push({...span, bytes: Buffer.from(span.bytes)}));
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += chunkSize) scanner.push(bytes.subarray(i, i + chunkSize));
  scanner.end();
  return spans;
}

const rows = (path: string[]): Wanted => (path.length === 2 ? "take" : "enter");

it("hands over each record with the bytes it was written with", () => {
  const spans = scan('{ "rows" : [ {"a": 1.50 ,"b":"x"},\n {"a" :1e400} ], "n": 2 }', (path) =>
    path.length < 2 && path[0] !== "n" ? "enter" : "take"
  );
  expect(spans.map(({path, line, bytes}) => [path.join("."), line, bytes.toString()])).toEqual([
    ["rows.*", 1, '{"a": 1.50 ,"b":"x"}'],
    ["rows.*", 2, '{"a" :1e400}'],
    ["n", 2, "2"]
  ]);
});

it("finds the same records whatever the size of the chunks", () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      fc.integer({min: 1, max: 40}),
      fc.boolean(),
      (values, size, pretty) => {
        const text = JSON.stringify({rows: values}, null, pretty ? 2 : 0);
        const found = scan(text, rows, size).map(({bytes}) => JSON.parse(bytes.toString()) as unknown);
        expect(found).toEqual(JSON.parse(JSON.stringify(values)));
      }
    ),
    {seed: 1, numRuns: 300}
  );
});

it.each([
  ['{"rows": [{"a": 1}', "unexpected end of file", 1, 19],
  ['{"rows": [\n {"a": 1} {"a": 2}]}', "expected a comma or the end of the list", 2, 11],
  ['{"rows": [1,]}', "expected a value", 1, 13],
  ['{"rows" 1}', "expected a colon", 1, 9],
  ["{rows: []}", "expected a key in quotes", 1, 2],
  ['{"rows": []}\n\nx', "text after the document", 3, 1],
  ["", "unexpected end of file", 1, 1]
])("says where %j stops making sense", (text, reason, line, column) => {
  let error: unknown;
  try {
    scan(text, rows);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(JsonSyntaxError);
  expect(error).toMatchObject({message: `${reason} at line ${line}, column ${column}`, line, column});
});
