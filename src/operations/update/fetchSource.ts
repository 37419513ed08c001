import {existsSync, readdirSync} from "node:fs";
import {rm} from "node:fs/promises";
import {dirname, join} from "node:path";
import {setTimeout as wait} from "node:timers/promises";
import type {Config} from "../../config.js";
import type {SourceSettings} from "../../config/updateSettings.js";
import {mappingFileOf} from "../../sources/mapping/readMapping.js";
import {arrive} from "./arrive.js";
import {checkContent} from "./checkContent.js";
import {type Copy, copiesFolder, freshDownload, keepCopy, lastGoodCopy, noteCopy} from "./copies.js";
import type {Downloaded} from "./download.js";
import {FetchError} from "./fetchError.js";
import {addressHash, redactedAddress} from "./secrets.js";

/** The world as a fetch sees it; tests bring their own clock and do not wait. */
export interface FetchEffects {
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  env: NodeJS.ProcessEnv;
}

export interface FetchOptions {
  limits: Record<string, number>;
  /** Takes a copy with far fewer records than the last one. */
  acceptSmaller?: boolean;
}

export interface Fetched {
  /** Whether the copy has other bytes than the one before. */
  status: "fetched" | "unchanged";
  copy: Copy;
  attempts: number;
}

const WORLD: FetchEffects = {now: () => new Date(), sleep: (ms) => wait(ms), env: process.env};

/**
 * Brings the copy of a source up to date, over HTTP(S) or from a path, and returns it. The last good copy is
 * replaced only by a file that arrived whole and passed its content check. Throws a FetchError that names the
 * source and the redacted address, and leaves the last good copy as it was.
 */
export async function fetchSource(
  config: Pick<Config, "state" | "sources">,
  source: SourceSettings,
  options: FetchOptions,
  effects: FetchEffects = WORLD
): Promise<Fetched> {
  const folder = copiesFolder(config, source);
  const last = lastGoodCopy(folder);
  const target = await freshDownload(folder, source.file);
  try {
    const {result, attempts} = await arrive(source, {last, target, limits: options.limits}, effects);
    const checkedAt = effects.now().toISOString();
    const same = last && sameBytes(last, result);
    if (same) await noteCopy(folder, {...same, checkedAt});
    if (same) return {status: "unchanged", copy: {...same, checkedAt}, attempts};
    return {
      status: "fetched",
      copy: await takeCopy(config, source, {last, target, result, checkedAt}, options),
      attempts
    };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    throw new FetchError(`${source.name}: ${error.message}; from ${redactedAddress(source.from)}`, {
      cause: error
    });
  } finally {
    await rm(dirname(target), {recursive: true, force: true});
  }
}

function sameBytes(last: Copy, result: Downloaded): Copy | null {
  if (result.status === "not_modified") return last;
  return result.sha256 === last.sha256 ? {...last, validators: result.validators} : null;
}

interface Candidate {
  last: Copy | null;
  target: string;
  result: Downloaded;
  checkedAt: string;
}

async function takeCopy(
  {sources}: Pick<Config, "sources">,
  source: SourceSettings,
  {last, target, result, checkedAt}: Candidate,
  {limits, acceptSmaller = false}: FetchOptions
): Promise<Copy> {
  if (result.status === "not_modified") throw new FetchError("server answered 304 though there is no copy");
  const recordCount = await checkContent(target, {
    mapping: mappingOf(sources, source.file),
    contentType: result.contentType,
    lastRecordCount: acceptSmaller ? null : (last?.recordCount ?? null),
    minimumShare: limits.fetch_minimum_share!
  });
  const {byteCount, sha256, validators} = result;
  const address = {from: redactedAddress(source.from), addressHash: addressHash(source.from)};
  const note = {checkedAt, fetchedAt: checkedAt, ...address, recordCount, byteCount, sha256, validators};
  return keepCopy(target, note, limits.fetch_kept_copies!);
}

/** Returns the path of the mapping that the source folder has for a file; null where there is none. */
function mappingOf(sources: string | null, file: string): string | null {
  const mapping = sources !== null && existsSync(sources) ? mappingFileOf(file, readdirSync(sources)) : null;
  return mapping === null ? null : join(sources!, mapping);
}
