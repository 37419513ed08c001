import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {PAYERS, POPULATIONS, SERVICES} from "../../../src/sources/sample/profiles.js";

const seed = (table: string) =>
  parse(readFileSync(`sql/seeds/${table}.csv`), {columns: true}) as Record<string, string>[];
const codesOf = (table: string, key: string) =>
  new Map(seed(table).map((row) => [row[key]!.toLowerCase(), row.code!]));

const conversion = codesOf("conversion_labels", "label");
const words = new Map([...codesOf("service_codes", "name"), ...codesOf("service_labels", "label")]);
const profiles = [...SERVICES, ...POPULATIONS, ...PAYERS];

describe("labels of the sample", () => {
  it.each(profiles.filter(({converted}) => converted))(
    "“$converted” leads back to $code, as the conversion made it",
    ({code, converted}) => expect(conversion.get(converted.toLowerCase())).toBe(code)
  );

  it.each(profiles.filter(({merged}) => merged))(
    "“$merged” means $code where labels are taken at their word",
    ({code, merged}) => expect(words.get(merged.toLowerCase())).toBe(code)
  );
});

it("gives no share above 100 percent, and none for a question that the listing is not asked", () => {
  const book = new Map(seed("service_codes").map((row) => [row.code!, row]));
  for (const {code, su, mh} of profiles) {
    expect(Math.max(...su, ...mh)).toBeLessThanOrEqual(100);
    if (book.get(code)!.is_su === "false") expect([code, ...su]).toEqual([code, 0, 0, 0]);
    // Exports answer every language for both kinds of facility, whatever the code book says.
    if (book.get(code)!.is_mh === "false" && book.get(code)!.kind !== "language")
      expect([code, ...mh]).toEqual([code, 0, 0, 0]);
  }
});
