import {POPULATIONS, PAYERS, type Profile, SERVICES, type Trait} from "./profiles.js";
import type {World} from "./siteFacts.js";
import {BOTH, MH, placeOf, SU} from "./treatmentSites.js";
import {Random} from "./random.js";

/** The terms that truly hold for one listing of a place, as the rows of the profile tables. */
export interface ListingTerms {
  services: Profile[];
  populations: Profile[];
  payers: Profile[];
}

/** Terms that go together: the first is drawn with the second, so that the rarer never holds without the other. */
const DRAWN_WITH: Record<string, string> = {
  OTP: "MM",
  BU: "BUM",
  NU: "BUM",
  RD: "DT",
  OD: "DT",
  ORT: "OP",
  OIT: "OP"
};

/** People per ZIP code area at which a place counts as fully urban. */
const URBAN_PEOPLE = 25_000;

/**
 * Draws what a place offers, accepts and serves, and returns what each of its listings is asked about: the
 * substance use one, the mental health one, or both. A term that both ask about is answered alike.
 */
export function siteTerms(world: World, site: number): Map<number, ListingTerms> {
  const {sites, seed} = world;
  const level = sites.level[site]!;
  const listed = sites.listing[site]!;
  const kinds = listed === BOTH ? [SU, MH] : [listed];
  const random = new Random(seed, "terms", site);
  const factors = traitFactors(world, site);
  const empty = random.chance(0.01);
  const draws = new Map<string, number>();
  const terms = new Map(
    kinds.map((kind) => [kind, {services: [], populations: [], payers: []} as ListingTerms])
  );
  for (const [name, profiles] of [
    ["services", SERVICES],
    ["populations", POPULATIONS],
    ["payers", PAYERS]
  ] as const)
    for (const profile of profiles) {
      const draw = draws.get(DRAWN_WITH[profile.code] ?? "") ?? random.next() * 100;
      draws.set(profile.code, draw);
      for (const kind of kinds) {
        const share = (kind === SU ? profile.su : profile.mh)[level]!;
        if (!empty && draw < adjusted(share, factors[profile.trait])) terms.get(kind)![name].push(profile);
      }
    }
  return terms;
}

function traitFactors({sites, seed}: World, site: number): Record<Trait, number> {
  const random = new Random(seed, "traits", site);
  const byState = new Random(seed, "state traits", sites.state[site]);
  const urban = Math.min(1, placeOf(sites, site).people / URBAN_PEOPLE);
  return {
    none: 1,
    medication: (0.6 + 0.5 * byState.next()) * (0.7 + 0.5 * urban),
    peer: (0.7 + 0.5 * byState.next()) * (0.6 + 0.8 * random.next()),
    public: 0.6 + 0.7 * random.next(),
    urban: 0.4 + 0.9 * urban
  };
}

/** Keeps certainties and impossibilities as they are. */
function adjusted(share: number, factor: number): number {
  return share === 0 || share === 100 ? share : Math.min(99, share * factor);
}
