import {dateForm} from "./dates.js";
import {inventedPlace, type InventedPlace} from "./inventedPlace.js";
import type {StatePlaces} from "./places.js";
import {type Quotas, total} from "./quotas.js";
import {
  georgiaRecord,
  massachusettsRecord,
  michiganRecord,
  nestedRecord,
  pennsylvaniaRecord,
  texasRecord
} from "./residenceRecords.js";
import {oneToALine, type Piece, type SampleRecord} from "./sampleRecord.js";
import {residenceState} from "./stateTargets.js";

const MASSACHUSETTS = "Massachusetts Mash";
const HOUSES_PER_OPERATOR = 3;

/** Yields master_directory.json: recovery residences by state label, each affiliate in its own shape. */
export function* residencesFile(
  quotas: Quotas,
  places: Map<string, StatePlaces>,
  {seed, generatedBy}: {seed: number; generatedBy: string}
): Generator<Piece> {
  const head = {
    extraction_date: "2025-07-30",
    last_update: "2025-07-30 14:05:11",
    total_organizations_found: total(quotas.residences),
    generated_by: generatedBy
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"organizations_by_state":{`;
  let number = 0;
  let separator = "\n";
  for (const [label, count] of quotas.residences) {
    if (!count) continue;
    yield `${separator}${JSON.stringify(label)}:[`;
    yield* oneToALine(residences(label, {first: number, count}, places, seed));
    yield "\n]";
    separator = ",\n";
    number += count;
  }
  yield `\n},\n${JSON.stringify(tail(quotas)).slice(1)}\n`;
}

function* residences(
  label: string,
  {first, count}: {first: number; count: number},
  places: Map<string, StatePlaces>,
  seed: number
): Generator<SampleRecord> {
  const state = residenceState(label);
  let operator = "";
  let operatorId = "";
  for (let i = 0; i < count; i++) {
    const residence = inventedPlace(
      {purpose: "narr", number: first + i + 1, form: "residence", state},
      places,
      seed
    );
    if (i % HOUSES_PER_OPERATOR === 0) [operator, operatorId] = [`${residence.word} Homes`, residence.siteId];
    const {fields, date} = residenceFields(label, residence, operator);
    const id = `ORG_${String(first + i + 1).padStart(4, "0")}`;
    const record = {id, state: label, ...fields, ...(date && {extraction_date: date})};
    const {siteId} = residence;
    yield {record, siteId, operatorId: label === "Texas" ? operatorId : siteId, listing: "", damages: []};
  }
}

function residenceFields(label: string, residence: InventedPlace, operator: string) {
  if (label === MASSACHUSETTS) return {fields: massachusettsRecord(residence), date: ""};
  const date = dateForm(residence.random).text;
  if (label === "Texas") return {fields: texasRecord(residence, operator), date};
  if (label === "Georgia") return {fields: georgiaRecord(residence), date};
  if (label === "Michigan") return {fields: michiganRecord(residence), date};
  if (label.startsWith("Pennsylvania")) return {fields: pennsylvaniaRecord(residence), date};
  return {fields: nestedRecord(residence), date};
}

function tail({residences}: Quotas) {
  const others = [...residences.keys()].filter((label) => label !== MASSACHUSETTS && label !== "Georgia");
  return {
    data_quality_summary: {
      comprehensive_directories: [MASSACHUSETTS],
      partial_directories: others,
      requires_direct_contact: ["Georgia"]
    },
    mash_summary: {total_homes: residences.get(MASSACHUSETTS) ?? 0, extraction_date: "2025-07-30"}
  };
}
