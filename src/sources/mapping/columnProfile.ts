import {isRecord, type SourceRecord, textsOf} from "./fieldTexts.js";

/** What the records of a file hold in one column. */
export interface ColumnProfile {
  column: string;
  /** Records that have a value in it. */
  filledCount: number;
  /** Up to three different values, shortened. */
  samples: string[];
  /** Records whose value is a plain number. */
  numberCount: number;
  /** Records whose value is a list. */
  listCount: number;
}

const DEEPEST = 3;
const MOST_COLUMNS = 2000;
const SAMPLE_COUNT = 3;
const SAMPLE_LENGTH = 60;

/** Profiles the columns of records as they go by; what is inside an object is a column with a dot in its name. */
export class ColumnProfiles {
  private readonly profiles = new Map<string, ColumnProfile>();

  constructor(columns: readonly string[] = []) {
    for (const column of columns) this.profile(column);
  }

  observe(record: SourceRecord, prefix = "", depth = 1): void {
    for (const [key, value] of Object.entries(record)) {
      const column = prefix + key;
      if (isRecord(value) && depth < DEEPEST) this.observe(value, `${column}.`, depth + 1);
      else if (this.profiles.has(column) || this.profiles.size < MOST_COLUMNS)
        this.count(this.profile(column), value);
    }
  }

  /** Returns the profiles in the order in which their columns were first seen. */
  list(): ColumnProfile[] {
    return Array.from(this.profiles.values());
  }

  private profile(column: string): ColumnProfile {
    let profile = this.profiles.get(column);
    if (!profile) {
      profile = {column, filledCount: 0, samples: [], numberCount: 0, listCount: 0};
      this.profiles.set(column, profile);
    }
    return profile;
  }

  private count(profile: ColumnProfile, value: unknown): void {
    const texts = textsOf(value).filter((text) => text.trim() !== "");
    if (!texts.length) return;
    profile.filledCount++;
    if (Array.isArray(value)) profile.listCount++;
    if (/^-?\d+(\.\d+)?$/.test(texts[0]!.trim())) profile.numberCount++;
    const sample = shortened(texts.join("; "));
    if (profile.samples.length < SAMPLE_COUNT && !profile.samples.includes(sample))
      profile.samples.push(sample);
  }
}

/** Cuts a text to what fits a line and takes out what would move a terminal’s cursor. */
function shortened(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").trim();
  return line.length > SAMPLE_LENGTH ? `${line.slice(0, SAMPLE_LENGTH - 1)}…` : line;
}
