import type {Offers} from "../../analysis/referrals/offers.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";

/** Offers of the places that offer a service, and the id of each service. */
export interface NumberedOffers extends Offers {
  serviceIds: string[];
}

/** Reads which place offers which service: as one text a place, since a million pairs take ten times as long. */
export async function readOffers(warehouse: Warehouse): Promise<NumberedOffers> {
  const {id = []} = await warehouse.columns(
    "select id from main.services where kind = 'service' order by id"
  );
  const [row] = await warehouse.rows<{n: number}>(
    "select count(distinct place)::integer as n from analysis.network_records"
  );
  const offsets = new Int32Array(row!.n + 1);
  let numbers = new Int32Array(1 << 16);
  let [places, end] = [0, 0];
  for await (const chunk of warehouse.chunks(readSqlFile("sql/analysis/networks/offers.sql").text))
    for (const text of chunk.getColumnValues(1) as string[]) {
      const start = end;
      if (start + text.length > numbers.length) numbers = grown(numbers);
      for (let i = 0; i < text.length; i++) numbers[end++] = text.charCodeAt(i) - 1;
      numbers.subarray(start, end).sort();
      offsets[++places] = end;
    }
  return {
    serviceIds: id as string[],
    serviceCount: id.length,
    offsets: offsets.slice(0, places + 1),
    services: numbers.slice(0, end)
  };
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
