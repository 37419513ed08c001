import {createReadStream, existsSync} from "node:fs";
import {rm} from "node:fs/promises";
import type {SourceSettings} from "../../config/updateSettings.js";
import type {Copy} from "./copies.js";
import {type Downloaded, download} from "./download.js";
import {FetchError} from "./fetchError.js";
import type {FetchEffects} from "./fetchSource.js";
import {writeMeasured} from "./receive.js";
import {withRetries} from "./retry.js";
import {addressHash, isAddress, withEnvironment} from "./secrets.js";

export interface Arrival {
  /** The copy at hand, so that the server can answer “not modified”. */
  last: Copy | null;
  /** The new file to write. */
  target: string;
  limits: Record<string, number>;
}

/** Brings the bytes of a source into the target, with retries where it is an address, and counts the attempts. */
export async function arrive(
  source: SourceSettings,
  arrival: Arrival,
  effects: FetchEffects
): Promise<{result: Downloaded; attempts: number}> {
  const from = withEnvironment(source.from, effects.env);
  if (!isAddress(from)) return {result: await copyFrom(from, arrival), attempts: 1};
  return withRetries(() => attempt(new URL(from), source, {arrival, effects}), {
    limits: arrival.limits,
    seed: `${source.name}/${effects.now().toISOString()}`,
    sleep: effects.sleep
  });
}

async function attempt(
  from: URL,
  source: SourceSettings,
  {arrival: {last, target, limits}, effects: {now, env}}: {arrival: Arrival; effects: FetchEffects}
): Promise<Downloaded> {
  await rm(target, {force: true});
  const headers = Object.entries(source.headers).map(([key, text]) => [key, withEnvironment(text, env)]);
  return download(from, target, {
    headers: Object.fromEntries(headers) as Record<string, string>,
    hosts: source.hosts,
    validators: last?.addressHash === addressHash(source.from) ? last.validators : {},
    limits,
    now
  });
}

async function copyFrom(path: string, {target, limits}: Arrival): Promise<Downloaded> {
  if (!existsSync(path)) throw new FetchError("no such file");
  const maximumBytes = limits.fetch_maximum_mb! * 1e6;
  const received = await writeMeasured(createReadStream(path), target, {maximumBytes});
  return {status: "fetched", contentType: null, validators: {}, ...received};
}
