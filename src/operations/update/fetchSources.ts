import {statSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../../config.js";
import type {SourceSettings, UpdateSettings} from "../../config/updateSettings.js";
import {UserError} from "../../error.js";
import type {FetchOutcome} from "../../pipeline/updateLog.js";
import {type Copy, copiesFolder, lastGoodCopy} from "./copies.js";
import {type FetchEffects, fetchSource} from "./fetchSource.js";
import {redactedAddress} from "./secrets.js";

/** A source with the copy that the build is to read; null where the file in the source folder stays. */
export interface Supply {
  source: SourceSettings;
  copy: Copy | null;
  outcome: FetchOutcome;
}

export interface FetchAllOptions {
  acceptSmaller: boolean;
  onSource?: (name: string) => void;
}

/**
 * Fetches the given sources, one after another. A source that fails is supplied from its last good copy, or from
 * the file in the source folder, and its outcome says how old that is; without either there is nothing to build
 * from, and it throws.
 */
export async function fetchSources(
  config: Config,
  sources: SourceSettings[],
  {limits, acceptSmaller, onSource}: FetchAllOptions & Pick<UpdateSettings, "limits">,
  effects: FetchEffects
): Promise<Supply[]> {
  const supplies: Supply[] = [];
  for (const source of sources) {
    onSource?.(source.name);
    try {
      const {status, copy, attempts} = await fetchSource(config, source, {limits, acceptSmaller}, effects);
      supplies.push({source, copy, outcome: {...describe(source, copy), status, attempts, reason: null}});
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      supplies.push(fallback(config, source, error.message, effects.now()));
    }
  }
  return supplies;
}

function fallback(config: Config, source: SourceSettings, message: string, now: Date): Supply {
  const copy = lastGoodCopy(copiesFolder(config, source));
  const fetchedAt = copy?.fetchedAt ?? installedAt(config, source);
  const reason = fetchedAt
    ? `${message}; the last good copy is of ${fetchedAt.slice(0, 10)}, ${age(fetchedAt, now)}`
    : `${message}; there is no earlier copy`;
  const outcome: FetchOutcome = {...describe(source, copy), status: "failed", attempts: null, reason};
  return {source, copy, outcome: {...outcome, copyFetchedAt: fetchedAt}};
}

/** An update that ends because a source failed, with what became of all of them. */
export class FetchFailure extends UserError {
  readonly outcomes: FetchOutcome[];

  constructor(message: string, supplies: Supply[]) {
    super(message);
    this.name = "FetchFailure";
    this.outcomes = supplies.map(({outcome}) => outcome);
  }
}

/** Throws unless every supply is fresh, or old copies will do and each has one. */
export function assertSupplied(supplies: Supply[], whenSourceFails: UpdateSettings["whenSourceFails"]): void {
  const fatal = supplies.filter(
    ({outcome}) => outcome.status === "failed" && (whenSourceFails === "stop" || !outcome.copyFetchedAt)
  );
  if (fatal.length === 0) return;
  throw new FetchFailure(fatal.map(({outcome}) => outcome.reason).join("; "), supplies);
}

function describe({step, name, file, from}: SourceSettings, copy: Copy | null) {
  return {
    step,
    name,
    file,
    address: redactedAddress(from),
    recordCount: copy?.recordCount ?? null,
    byteCount: copy?.byteCount ?? null,
    sha256: copy?.sha256 ?? null,
    copyFetchedAt: copy?.fetchedAt ?? null
  };
}

function installedAt({sources}: Config, {file}: SourceSettings): string | null {
  const stat = sources === null ? undefined : statSync(join(sources, file), {throwIfNoEntry: false});
  return stat ? stat.mtime.toISOString() : null;
}

function age(instant: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(instant)) / 86_400_000);
  return days === 1 ? "1 day old" : `${days} days old`;
}
