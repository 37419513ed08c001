import {uuid5} from "./uuid5.js";

/** What locations say whose coordinates are those of their ZIP code. */
export const ZIP_CENTRE = "The coordinates are the centre of the ZIP code, not of the building.";

/** The type of the identifier that holds main.organizations.id. */
export const IDENTIFIER_TYPE = "Recovery Workbench";

/** The unit in which capacity is counted. */
export const BED = {id: uuid5("unit/bed"), name: "Bed"};

const TYPE_NAMES: Record<string, string> = {
  narr_residences: "Recovery residence",
  rccs: "Recovery community center",
  rcos: "Recovery community organization",
  treatment_centers: "Treatment",
  oxford_houses: "Oxford House",
  human_services: "Human service"
};

/** Returns what kind of service an organization offers, such as “Residential treatment”. */
export function serviceName(type: string, level: string | null): string {
  const name = TYPE_NAMES[type] ?? type;
  return name === "Treatment" && level ? `${level[0]!.toUpperCase()}${level.slice(1)} treatment` : name;
}
