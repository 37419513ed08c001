import type {Random} from "./random.js";

const HEADS =
  "Ald Amb And Arb Arl Bael Bard Basc Birr Brack Bram Brin Cald Carr Cass Cind Clav Cold Corr Crand Daln Darv Dell Dorr Drum Dunn Edd Eld Elm Emb Ensk Esk Fald Farr Fenn Fern Fiord Fosk Gald Garn Gilm Glad Gran Gris Hald Harr Hask Hest Hild Holl Ilm Inv Ister Jask Jess Jorr Kell Kest Kild Kirr Lam Land Lark Lind Lorr Lund Mald Mar Mell Merr Mirr Mord Nald Narr Ness Nild Norr Old Ord Osk Pald Pell Perr Pild Quarr Quill Rand Rask Raven Reld Risk Rosk Sald Selw Skeld Sorr Stav Tald Tass Tell Thorn Tilm Torr Umb Uld Vald Vesp Vild Wald Wend Wick Wold Yarr Zell".split(
    " "
  );
const MIDDLES = "a e i o an en in er el ing".split(" ");
const TAILS =
  "wick mere stead dale combe ford ley worth gate holm more ridge field croft hurst brook well haven moor side ton shaw grove march fell crest bury vale burn leigh wood cliff port land bridge mont".split(
    " "
  );
const WORDS = HEADS.length * MIDDLES.length * TAILS.length;
/** Coprime to the number of words, so that stepping by it visits every word once. */
const STEP = 15_485_863;

const FORMS: Record<string, readonly string[]> = {
  outpatientSU: [
    "Recovery Services",
    "Counseling Center",
    "Treatment Center",
    "Addiction Services",
    "Outpatient Recovery Program",
    "Counseling & Recovery",
    "Recovery Clinic"
  ],
  outpatientMH: [
    "Behavioral Health",
    "Counseling Associates",
    "Mental Health Center",
    "Family Services",
    "Wellness Clinic",
    "Community Services",
    "Psychological Services"
  ],
  outpatientBOTH: [
    "Behavioral Health",
    "Community Care",
    "Behavioral Healthcare Center",
    "Human Services",
    "Counseling and Recovery Center",
    "Integrated Health"
  ],
  residential: [
    "House",
    "Lodge",
    "Residential Program",
    "Recovery Ranch",
    "Treatment Homes",
    "Recovery Campus"
  ],
  inpatient: ["Hospital", "Medical Center", "Behavioral Hospital", "Regional Hospital", "Health System"],
  residence: ["House", "Sober Living", "Recovery Home", "Recovery Residence", "Place", "Cottage"],
  center: ["Recovery Community Center", "Recovery Cafe", "Peer Recovery Center", "Recovery Commons"],
  organization: [
    "Recovery Alliance",
    "Recovery Coalition",
    "Voices of Recovery",
    "Recovery Network",
    "Recovery Council"
  ]
};

const PEOPLE =
  "Alex Blair Casey Dana Ellis Frankie Gale Harper Jamie Kim Lee Morgan Noel Pat Quinn Robin Sam Terry Val".split(
    " "
  );

/** Returns the coined proper word of the given number; a second word follows once all words are used up. */
export function coinedWord(index: number): string {
  const first = word((index * STEP) % WORDS);
  const round = Math.floor(index / WORDS);
  return round ? `${first} ${word((round * 7919) % WORDS)}` : first;
}

/** Rounds of second words from here on are kept for all but the operators of treatment places. */
const KEPT_ROUNDS = 5_000;

/**
 * Returns the number of a word for the batch-th so many organizations of a small source: in the first batch the number
 * itself, in each further one that of a word with a second word that only this batch has, so that a larger sample has
 * more names rather than more strangers of one name.
 */
export function wordOfBatch(index: number, batch: number): number {
  return batch ? (index % WORDS) + (KEPT_ROUNDS + batch) * WORDS : index;
}

/** Returns an invented name: a coined word and a form that fits the kind of organization. */
export function inventedName(index: number, form: string, random: Random): string {
  return `${coinedWord(index)} ${random.pick(FORMS[form]!)}`;
}

export function personName(random: Random): string {
  return random.pick(PEOPLE);
}

/** Returns the web host of a name, within the .example domain that is reserved for fiction (RFC 2606). */
export function hostOf(name: string): string {
  return `${name
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z0-9]+/g, "")}.example`;
}

function word(index: number): string {
  const head = HEADS[index % HEADS.length]!;
  const rest = Math.floor(index / HEADS.length);
  return head + MIDDLES[rest % MIDDLES.length]! + TAILS[Math.floor(rest / MIDDLES.length)]!;
}
