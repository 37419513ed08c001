import type {Offers} from "../../analysis/referrals/offers.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";

/** Offers of the places that offer a service, and the id of each service. */
export interface NumberedOffers extends Offers {
  serviceIds: string[];
}

/** Reads which place offers which service, in shared memory: as one text a place, since a million pairs take ten times as long. */
export async function readOffers(warehouse: Warehouse): Promise<NumberedOffers> {
  const {id = []} = await warehouse.columns(
    "select id from main.services where kind = 'service' order by id"
  );
  const {text} = readSqlFile("sql/analysis/networks/offers.sql");
  const kept = "create or replace temp table offers as";
  await warehouse.run(`${kept} ${text}`);
  const [row] = await warehouse.rows<{places: number; offers: number}>(
    "select count(*)::integer as places, coalesce(sum(length(services)), 0)::integer as offers from temp.offers"
  );
  const bytes = (size: number) => new SharedArrayBuffer(size);
  const offsets = new Int32Array(bytes(4 * (row!.places + 1)));
  const services =
    id.length <= 256 ? new Uint8Array(bytes(row!.offers)) : new Int32Array(bytes(4 * row!.offers));
  let [places, end] = [0, 0];
  for await (const chunk of warehouse.chunks("select services from temp.offers order by place")) {
    const vector = chunk.getColumnVector(0);
    for (let p = 0; p < chunk.rowCount; p++) {
      const start = end;
      const codes = vector.getItem(p) as string;
      for (let i = 0; i < codes.length; i++) services[end++] = codes.charCodeAt(i) - 1;
      services.subarray(start, end).sort();
      offsets[++places] = end;
    }
  }
  await warehouse.run("drop table temp.offers");
  return {serviceIds: id as string[], serviceCount: id.length, offsets, services};
}
