import {inventedName} from "./names.js";
import {Random} from "./random.js";
import {BOTH, type TreatmentSites, MH} from "./treatmentSites.js";
import {LEVELS} from "./quotas.js";

/** One place of its own; one of several under one name; one of several, each with a name of its own. */
export const ALONE = 0;
export const SAME_NAME = 1;
export const OWN_NAME = 2;

const NOBODY = -1;
const SAME_NAME_SHARE = 0.05;
const OWN_NAME_SHARE = 0.025;
const LARGEST = 25;
const SHARED_BUILDING = 0.03;
const SHARED_TELEPHONE = 0.6;
/** Coined words per operator: fewer would make more strangers share a name. */
const WORDS_PER_OPERATOR = 1.4;

/** Who runs each treatment site, and which sites share a building. An operator is its first site’s index. */
export interface Operators {
  operator: Int32Array;
  /** ALONE, SAME_NAME or OWN_NAME, per site. */
  kind: Uint8Array;
  /** The first site of the building, per site: other organizations may share the address. */
  building: Int32Array;
  wordCount: number;
}

/**
 * Joins neighbouring sites of a state into operators with several places, and puts a few organizations
 * that have nothing else in common into one building. Of a sample of many times the size, every stride-th site is
 * a neighbour, so that an operator’s places lie as far apart as in the smaller one and not all in one ZIP code.
 */
export function assignOperators(sites: TreatmentSites, seed: number, stride = 1): Operators {
  const operator = new Int32Array(sites.count).fill(NOBODY);
  const kind = new Uint8Array(sites.count);
  const building = new Int32Array(sites.count);
  const random = new Random(seed, "operators");
  let operatorCount = 0;
  for (let first = 0; first < sites.count; first++) {
    if (operator[first] !== NOBODY) continue;
    operatorCount++;
    const draw = random.next();
    const chain =
      draw < SAME_NAME_SHARE ? SAME_NAME : draw < SAME_NAME_SHARE + OWN_NAME_SHARE ? OWN_NAME : ALONE;
    const length = chain === ALONE ? 1 : chainLength(random);
    const end = Math.min(first + length * stride, stateEnd(sites, first));
    const members: number[] = [];
    for (let site = first; site < end; site += stride) if (operator[site] === NOBODY) members.push(site);
    for (const site of members) {
      operator[site] = first;
      kind[site] = members.length > 1 ? chain : ALONE;
      building[site] = site;
    }
    if (
      members.length === 1 &&
      first > 0 &&
      sites.state[first - 1] === sites.state[first] &&
      random.chance(SHARED_BUILDING)
    ) {
      building[first] = building[first - 1]!;
      sites.placeIndex[first] = sites.placeIndex[first - 1]!;
    }
  }
  return {operator, kind, building, wordCount: Math.ceil(operatorCount * WORDS_PER_OPERATOR)};
}

/** Returns the operator’s name, which suits its first site’s level of care and listing. */
export function operatorName(
  sites: TreatmentSites,
  operators: Operators,
  site: number,
  seed: number
): string {
  const operator = operators.operator[site]!;
  const random = new Random(seed, "operator", operator);
  return inventedName(random.below(operators.wordCount), nameForm(sites, operator), random);
}

/** Tells whether all sites of an operator answer one telephone. */
export function sharesTelephone({operator, kind}: Operators, site: number, seed: number): boolean {
  return kind[site] !== ALONE && new Random(seed, "telephone", operator[site]).chance(SHARED_TELEPHONE);
}

function nameForm({level, listing}: TreatmentSites, site: number): string {
  const name = LEVELS[level[site]!]!;
  if (name !== "outpatient") return name;
  return `outpatient${listing[site] === BOTH ? "BOTH" : listing[site] === MH ? "MH" : "SU"}`;
}

function chainLength(random: Random): number {
  let length = 2;
  while (length < LARGEST && random.chance(0.6)) length++;
  return length;
}

function stateEnd({starts, state}: TreatmentSites, site: number): number {
  return starts[state[site]! + 1]!;
}
