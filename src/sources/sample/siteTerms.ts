import {PAYERS, POPULATIONS, type Profile, SERVICES, type Trait} from "./profiles.js";
import {Random} from "./random.js";
import type {World} from "./siteFacts.js";
import {BOTH, MH, placeOf, SU} from "./treatmentSites.js";

/** The terms that truly hold for one listing of a place, as the rows of the profile tables. */
export interface ListingTerms {
  /** SU or MH. */
  kind: number;
  services: Profile[];
  populations: Profile[];
  payers: Profile[];
}

/** Terms that go together: the first is drawn with the second, so that the rarer never holds without the other. */
const DRAWN_WITH: Record<string, string> = {
  OTP: "MM",
  BU: "BUM",
  NU: "BUM",
  BWN: "BUM",
  VTRL: "BUM",
  RD: "DT",
  OD: "DT",
  ORT: "OP",
  OIT: "OP"
};

const PROFILES = [...SERVICES, ...POPULATIONS, ...PAYERS];
/** For each profile, the position of the one whose draw it uses; its own for most. */
const DRAWS = PROFILES.map(({code}, i) => {
  const leader = PROFILES.findIndex((profile) => profile.code === DRAWN_WITH[code]);
  return leader < 0 ? i : leader;
});
/** People per ZIP code area at which a place counts as fully urban. */
const URBAN_PEOPLE = 25_000;
const WITHOUT_TERMS = 0.01;

/**
 * Draws what a place offers, accepts and serves, and returns what each of its listings is asked about: the
 * substance use one, the mental health one, or both. A term that both ask about is answered alike.
 */
export function siteTerms(world: World, site: number): ListingTerms[] {
  const {sites, seed} = world;
  const random = new Random(seed, "terms", site);
  const listed = sites.listing[site]!;
  const kinds = listed === BOTH ? [SU, MH] : [listed];
  if (random.chance(WITHOUT_TERMS))
    return kinds.map((kind) => ({kind, services: [], populations: [], payers: []}));
  const draws = PROFILES.map(() => random.next() * 100);
  const factors = traitFactors(world, site);
  return kinds.map((kind) => {
    const held = PROFILES.filter((profile, i) => {
      const share = (kind === SU ? profile.su : profile.mh)[sites.level[site]!]!;
      return draws[DRAWS[i]!]! < adjusted(share, factors[profile.trait]);
    });
    const services = held.filter(({room}) => room === "services");
    const populations = held.filter(({room}) => room === "populations");
    return {kind, services, populations, payers: held.slice(services.length + populations.length)};
  });
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
