import {existsSync, readdirSync, statSync} from "node:fs";
import {join} from "node:path";
import {readCsvHeader} from "../readCsv.js";

/** A tabular HSDS package: a folder of CSV files named for their tables. */
export interface HsdsPackage {
  /** Its folder within the folder of sources; empty for that folder itself. */
  folder: string;
  /** Its files, as paths within the folder of sources, in name order. */
  files: string[];
}

/** The tables of HSDS 1.1 to 3.1 that are joined, by every name that the versions give their files. */
export const HSDS_TABLES = {
  organizations: ["organizations"],
  locations: ["locations"],
  services: ["services"],
  placements: ["service_at_location", "services_at_location"],
  addresses: ["addresses", "physical_addresses"],
  postalAddresses: ["postal_addresses", "mail_addresses"],
  phones: ["phones"],
  contacts: ["contacts"],
  languages: ["languages"],
  payments: ["payments_accepted"],
  funding: ["funding"],
  capacities: ["service_capacity"],
  units: ["units"],
  attributes: ["attributes"],
  terms: ["taxonomy_terms", "taxonomy"],
  serviceTerms: ["services_taxonomy"]
} as const;

const NOT_JOINED = ["accessibility", "accessibility_for_disabilities", "cost_options", "eligibility"].concat(
  ["holiday_schedules", "meta_table_descriptions", "metadata", "organization_identifiers", "programs"],
  ["regular_schedules", "required_documents", "schedules", "service_areas", "taxonomies", "url"]
);
const KNOWN_FILES = new Set([
  "datapackage.json",
  ...[...Object.values(HSDS_TABLES).flat(), ...NOT_JOINED].map((name) => `${name}.csv`)
]);

/** Finds the HSDS packages of a folder of sources: in it, and in the folders directly within it. */
export function hsdsPackages(sources: string): HsdsPackage[] {
  return ["", ...foldersIn(sources)]
    .filter((folder) => isPackage(join(sources, folder)))
    .map((folder) => ({
      folder,
      files: readdirSync(join(sources, folder))
        .filter((name) => KNOWN_FILES.has(name))
        .sort()
        .map((name) => join(folder, name))
    }));
}

function foldersIn(sources: string): string[] {
  return readdirSync(sources)
    .filter((name) => !name.startsWith("."))
    .filter((name) => statSync(join(sources, name), {throwIfNoEntry: false})?.isDirectory())
    .sort();
}

function isPackage(folder: string): boolean {
  const organizations = join(folder, "organizations.csv");
  if (!existsSync(organizations)) return false;
  if (!["locations.csv", "services.csv"].some((name) => existsSync(join(folder, name)))) return false;
  const columns = readCsvHeader(organizations);
  return columns.includes("id") && columns.includes("name");
}
