// Opens the published file again and again until standard input ends, and prints what it saw: one line per
// version of the file, “mixed” for a file of two versions, or an error.
import {Warehouse} from "../../../src/warehouse/open.js";

const seen = new Map<string, number>();
let isOver = false;
process.stdin.on("data", () => (isOver = true)).on("end", () => (isOver = true));
process.stderr.write("ready\n");
while (!isOver) {
  const label = await look().catch((error: unknown) => `error: ${String(error)}`);
  seen.set(label, (seen.get(label) ?? 0) + 1);
}
process.stdout.write(JSON.stringify(Object.fromEntries(seen)));

async function look(): Promise<string> {
  const warehouse = await Warehouse.open(process.argv[2]!, {readOnly: true});
  try {
    const rows = await warehouse.rows<{version: string; n: number}>(
      "select version, count(*)::integer as n from main.pages group by version"
    );
    return rows.length === 1 && rows[0]!.n === 50_000 ? rows[0]!.version : "mixed";
  } finally {
    warehouse.close();
  }
}
