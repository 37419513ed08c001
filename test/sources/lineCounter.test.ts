import {expect, it} from "vitest";
import {JsonScanner} from "../../src/sources/jsonScanner.js";

const record = (i: number) => `{"n":${i},\n"text":"a,b]"}`;
const text = `{"list":[\n\n${Array.from({length: 40}, (_, i) => record(i)).join(",\n")}\n],\n"end":tru`;

it.each([1, 7, 64, 10_000])("tells the line of each record, read %i bytes at a time", (size) => {
  const lines: number[] = [];
  const want = (path: string[]) => (path.at(-1) === "*" ? ("take" as const) : ("enter" as const));
  const scanner = new JsonScanner(want, ({line}) => lines.push(line));
  const bytes = Buffer.from(`${text}e}`);
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
  scanner.end();
  // The first record stands on line 3, and each takes two lines.
  expect(lines).toEqual(Array.from({length: 40}, (_, i) => 3 + 2 * i));
});

it.each([1, 7, 64, 10_000])("tells where a document breaks off, read %i bytes at a time", (size) => {
  const scanner = new JsonScanner(
    (path) => (path.length < 2 ? "enter" : "skip"),
    () => {}
  );
  const broken = Buffer.from(`${text}\n  "next"`);
  const read = () => {
    for (let at = 0; at < broken.length; at += size) scanner.push(broken.subarray(at, at + size));
    scanner.end();
  };
  expect(read).toThrow(`at line ${text.split("\n").length + 1}, column 3`);
});
