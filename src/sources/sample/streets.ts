import type {Place} from "./places.js";
import type {Random} from "./random.js";

const NAMES =
  "Oak,Maple,Cedar,Elm,Pine,Walnut,Chestnut,Spruce,Willow,Birch,Main,Park,Church,Washington,Lincoln,Jefferson,Franklin,Jackson,Madison,Monroe,Adams,Grant,Lake,River,Hill,Spring,Highland,Sunset,Forest,Meadow,Orchard,Mill,Bridge,Market,State,Union,Liberty,College,Prospect,Central,Broad,Front,Water,Canal,Railroad,Station,Industrial,Commerce,Harbor,Valley,Ridge,Summit,Prairie,Mesa,Laurel,Magnolia,Dogwood,Juniper,Hawthorne,Sycamore,First,Second,Third,Fourth,Fifth,Sixth,Seventh,Eighth,Ninth,Tenth".split(
    ","
  );
const KINDS =
  "Street,Street,Street,Avenue,Avenue,Avenue,Road,Road,Drive,Boulevard,Lane,Way,Court,Place,Parkway".split(
    ","
  );
const DIRECTIONS = ["North", "South", "East", "West"];
/** Spread of the places about the centre of their ZIP code, degrees of latitude (about 1.3 km). */
const SPREAD = 0.012;

export interface StreetAddress {
  street: string;
  streetName: string;
  latitude: number;
  longitude: number;
}

/** Invents a street address in the ZIP code area, and coordinates near its centre. */
export function streetAddress(place: Place, random: Random): StreetAddress {
  const kind = random.pick(KINDS);
  const streetName = `${random.pick(NAMES)} ${kind}`;
  const direction = random.chance(0.2) ? `${random.pick(DIRECTIONS)} ` : "";
  const number = random.between(1, random.chance(0.5) ? 999 : 9999);
  const stretch = Math.max(0.2, Math.cos((place.latitude * Math.PI) / 180));
  return {
    street: `${number} ${direction}${streetName}`,
    streetName,
    latitude: round(place.latitude + bounded(random.normal()) * SPREAD),
    longitude: round(place.longitude + (bounded(random.normal()) * SPREAD) / stretch)
  };
}

/** Invents a suite; the offset keeps neighbours in one building apart. */
export function unitOf(offset: number, random: Random): string {
  return `Suite ${random.between(1, 4) * 100 + random.below(20) + 20 * offset}`;
}

/** Writes a street in the shorter form that another listing of the same place may use. */
export function shortened(street: string): string {
  return street
    .replace(/\b(North|South|East|West)\b/, (word) => word[0]!)
    .replace(/\bStreet\b/, "St")
    .replace(/\bAvenue\b/, "Ave")
    .replace(/\bRoad\b/, "Rd")
    .replace(/\bBoulevard\b/, "Blvd")
    .replace(/\bDrive\b/, "Dr")
    .replace(/\bSuite\b/, "Ste");
}

function bounded(value: number): number {
  return Math.max(-2.5, Math.min(2.5, value));
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
