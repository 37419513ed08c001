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
  const {services = []} = await warehouse.columns(readSqlFile("sql/analysis/networks/offers.sql").text);
  const texts = services as string[];
  const offsets = new Int32Array(texts.length + 1);
  texts.forEach((text, place) => (offsets[place + 1] = offsets[place]! + text.length));
  const numbers = new Int32Array(offsets[texts.length]!);
  texts.forEach((text, place) => {
    for (let i = 0; i < text.length; i++) numbers[offsets[place]! + i] = text.charCodeAt(i) - 1;
    numbers.subarray(offsets[place]!, offsets[place + 1]!).sort();
  });
  return {serviceIds: id as string[], serviceCount: id.length, offsets, services: numbers};
}
