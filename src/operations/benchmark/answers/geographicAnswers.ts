import {greatCircleMiles, type Point} from "../../../analysis/geography/greatCircle.js";
import type {Directory} from "../directory.js";
import type {AnswerRow} from "../sameRows.js";
import {ascending, byName} from "./order.js";

const KM_PER_MILE = 1.609344;
const RADIUS_KM = 25;

type Place = {state?: unknown; city?: unknown; cell?: unknown; latitude?: unknown; longitude?: unknown};

/** The answers of the class geographic. */
export const geographicAnswers = {
  organizations_in_state: ({organizations}: Directory, {state}: Place): AnswerRow[] =>
    organizations
      .filter((d) => d.address_state === state)
      .sort(byName)
      .slice(0, 100)
      .map((d) => [d.id, d.name, d.organization_type, d.address_city, d.phone]),
  organizations_in_city: ({organizations}: Directory, {state, city}: Place): AnswerRow[] =>
    organizations
      .filter((d) => d.address_state === state && d.address_city === city)
      .sort(byName)
      .map((d) => [d.id, d.name, d.organization_type, d.address_street, d.phone]),
  organizations_nearby: ({organizations}: Directory, {latitude, longitude}: Place): AnswerRow[] => {
    const here: Point = [longitude as number, latitude as number];
    return organizations
      .flatMap((d) => {
        if (d.latitude === null || d.longitude === null) return [];
        // A degree of latitude is 111 km everywhere, so nothing within 25 km is left out.
        if (Math.abs(d.latitude - here[1]) > 0.25) return [];
        const km = greatCircleMiles(here, [d.longitude, d.latitude]) * KM_PER_MILE;
        return km <= RADIUS_KM ? [{id: d.id, name: d.name, km: Number(km.toFixed(6))}] : [];
      })
      .sort((a, b) => a.km - b.km || ascending(a.id, b.id))
      .slice(0, 20)
      .map(({id, name, km}) => [id, name, km]);
  },
  organizations_in_cell: ({organizations}: Directory, {cell}: Place): AnswerRow[] =>
    organizations
      .filter((d) => d.geohash?.startsWith(cell as string))
      .sort((a, b) => ascending(a.id, b.id))
      .map((d) => [d.id, d.name, d.latitude, d.longitude])
};
