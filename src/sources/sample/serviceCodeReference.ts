import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";

const FILE = new URL("../../../sql/seeds/service_codes.csv", import.meta.url);

/** Returns the code book in the form in which the master file of treatment centers carries it. */
export function serviceCodeReference(): Record<string, Record<string, unknown>> {
  const rows = parse(readFileSync(FILE), {columns: true}) as Record<string, string>[];
  return Object.fromEntries(
    rows.map(({code, name, category, description, is_su, is_mh}) => [
      code!.toLowerCase(),
      {
        category_name: category,
        service_name: name,
        service_description: description,
        sa_code: is_su === "true",
        mh_code: is_mh === "true",
        both_code: is_su === "true" && is_mh === "true"
      }
    ])
  );
}
