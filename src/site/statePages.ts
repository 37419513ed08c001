import {readFileSync} from "node:fs";

/** The page that Framework builds once for all states; its parameter is no state’s. */
export const STATE_TEMPLATE = "/coverage/state";

export interface StatePage {
  path: string;
  title: string;
  text: string;
  keywords: string;
}

/** Lists the pages of coverage by state, as the search finds them: states, DC and territories. */
export function statePages(seeds = "sql/seeds/states.csv"): StatePage[] {
  const [header = "", ...rows] = readFileSync(seeds, "utf8").trim().split("\n");
  const columns = header.split(",");
  return rows
    .map((row) => Object.fromEntries(row.split(",").map((value, i) => [columns[i]!, value])))
    .filter(({kind}) => kind !== "associated_state")
    .map(({state = "", name = ""}) => ({
      path: `/coverage/${state.toLowerCase()}`,
      title: `Coverage of ${name}`,
      text: name,
      keywords: state
    }));
}
