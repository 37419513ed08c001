import {basename, extname} from "node:path";
import type {ColumnProfile} from "./columnProfile.js";
import type {Inspection} from "./inspectFile.js";
import {MAPPED_FIELDS} from "./mappedFields.js";

/** Names that columns of a field usually have, best first; matched against a column’s last part without its punctuation. */
const USUAL_NAMES: Record<string, RegExp[]> = {
  id: [/^id$/, /^(facility|record|org(anization)?|provider|location|site|license)(id|number|no)$/],
  name: [
    /^(facility|org(anization)?|provider|program|agency|site|center|house|business|company)?name1?$/,
    /^(facility|org(anization)?|provider|agency|program)$/,
    /^title$/
  ],
  alternate_names: [/^(alternate|other|trade|dba)names?$/, /^name[23]$/, /^dba$/],
  type: [/^(organization|facility|service|provider|program)?type$/],
  street: [/^(street|address)(1|line1|street)?$/, /^(street|mailing|physical)?address1?$/, /^addressstreet$/],
  unit: [/^(street|address|addressline)2$/, /^(unit|suite|apt)$/],
  city: [/^(city|town|municipality)(name)?$/, /^addresscity$/],
  state: [/^(state|stateprovince|province|st|stateabbr\w*)$/, /^addressstate$/],
  zip: [/^(zip|zipcode|postal|postalcode|postcode)$/, /^addresszip$/],
  county: [/^county(name)?$/],
  phone: [/^(tele)?phone(number|s)?\d?$/, /^(contactphone|contact|tel|hotline|mainphone|intake\d?)$/],
  email: [/^e?mail(address)?$/, /^contactemail$/],
  website: [/^(web ?site|url|homepage|web|webaddress)$/],
  latitude: [/^(lat|latitude|y)$/],
  longitude: [/^(lon|lng|long|longitude|x)$/],
  services: [/^(services?|allservices|servicesoffered|programs|keywords|keys)$/],
  populations: [/^(populations?(served)?|demographics?|gender|clients)$/],
  payers: [/^(payments?|insurance(accepted)?|payers?|paymentsaccepted)$/],
  languages: [/^languages?$/],
  certifications: [/^(certifications?|accreditations?|licenses?|certificationlevel)$/],
  beds: [/^(beds|totalbeds|bedcount|capacity|numberofbeds)$/],
  operator: [/^(operator|owner|parent|parentorganization|operatedby)$/],
  funding_sources: [/^funding(sources?)?$/],
  extraction_date: [/^(extractiondate|asof|snapshotdate)$/],
  last_updated: [/^(lastupdated?|updated(at|on)?|modified|lastmodified)$/]
};

/** A mapping file’s content, as JSON. */
export type MappingJson = Record<string, unknown>;

/**
 * Proposes a mapping from the names of the columns and what they hold; a person has to read it through. The
 * organization type cannot be told from a file and is proposed as a constant.
 */
export function proposeMapping({file, records, columns}: Inspection): MappingJson {
  const free = new Set(columns.filter(({filledCount}) => filledCount > 0));
  const fields: Record<string, unknown> = {};
  for (const [field, names] of Object.entries(USUAL_NAMES)) {
    const column = columnFor(field, names, free);
    if (column) fields[field] = rule(field, column);
    if (column) free.delete(column);
    if (field === "name" && !column) fields.name = columns[0]?.column ?? "";
    if (field === "type") fields.type = typeRule(column);
  }
  const source = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_");
  return {source, ...(records && {records}), fields};
}

function columnFor(field: string, names: RegExp[], free: Set<ColumnProfile>): ColumnProfile | undefined {
  const isNumber = MAPPED_FIELDS[field]!.kind === "number";
  for (const name of names)
    for (const column of free) {
      const last = column.column.split(".").at(-1)!;
      if (!name.test(last.toLowerCase().replace(/[^a-z0-9]/g, ""))) continue;
      if (!isNumber || column.numberCount > 0) return column;
    }
  return undefined;
}

function rule(field: string, {column, samples, listCount}: ColumnProfile): unknown {
  const separator = [";", "|", "/", ","].find((mark) =>
    samples.some((sample) => sample.split(mark).length > 2)
  );
  const takesList = MAPPED_FIELDS[field]!.kind === "list" && field !== "phone";
  return takesList && !listCount && separator ? {column, split: separator} : column;
}

function typeRule(column: ColumnProfile | undefined): unknown {
  if (!column) return {constant: "treatment_centers"};
  const map = Object.fromEntries(column.samples.map((sample) => [sample, "treatment_centers"]));
  return {column: column.column, map};
}
