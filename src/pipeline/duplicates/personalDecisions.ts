import type {Warehouse} from "../../warehouse/open.js";
import {readIntegers} from "./readColumns.js";

/** Pairs of record numbers on which a person decided. */
export interface Decisions {
  same: [number, number][];
  different: [number, number][];
}

/** Reads from analysis.decisions those that apply to linkage.records. */
export async function readDecisions(warehouse: Warehouse): Promise<Decisions> {
  const pairs = async (answer: string): Promise<[number, number][]> => {
    const [a, b] = await readIntegers(
      warehouse,
      `select least(l.record, r.record) as a, greatest(l.record, r.record) as b
       from analysis.decisions as d
       join linkage.records as l on l.record_id = d.organization_a
       join linkage.records as r on r.record_id = d.organization_b
       where d.status in ('applied', 'reanchored') and d.answer = '${answer}'
       order by a, b`
    );
    return Array.from(a ?? [], (record, i) => [record, b![i]!]);
  };
  return {same: await pairs("same"), different: await pairs("different")};
}
