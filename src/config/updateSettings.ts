import {UserError} from "../error.js";
import {readParameters} from "./parameters.js";
import {readSettingsFile, settingsChoice, settingsObject, settingsText} from "./settingsFile.js";

export const STEP_NAMES = ["oxford-vacancies", "samhsa-quarterly", "network-analysis"] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** One file that an update fetches. */
export interface SourceSettings {
  name: string;
  /** The step of the update that fetches it. */
  step: StepName;
  /** An http(s) address or a path; `${NAME}` stands for an environment variable. */
  from: string;
  /** The file in the source folder that it replaces. */
  file: string;
  /** Hosts, besides the one in `from`, to which the server may redirect. */
  hosts: string[];
  /** Request headers; `${NAME}` stands for an environment variable. */
  headers: Record<string, string>;
}

export interface UpdateSettings {
  /** Whether an update ends when a source fails, or goes on with its last good copy. */
  whenSourceFails: "stop" | "use_old_copy";
  sources: SourceSettings[];
  /** The numbers of sql/parameters/update.csv, as `update.limits` overrides them. */
  limits: Record<string, number>;
}

/** Reads the `update` section of workbench.json, refusing unknown keys and values of the wrong kind. */
export function readUpdateSettings(folder = "."): UpdateSettings {
  const keys = ["when_source_fails", "sources", "limits"];
  const update = settingsObject(readSettingsFile(folder).update ?? {}, "update", keys);
  const sources = settingsObject(update.sources ?? {}, "update.sources");
  return {
    whenSourceFails: settingsChoice(update.when_source_fails, "update.when_source_fails", [
      "stop",
      "use_old_copy"
    ]),
    sources: Object.entries(sources).map(([name, value]) => sourceSettings(name, value)),
    limits: limits(update.limits)
  };
}

function sourceSettings(name: string, value: unknown): SourceSettings {
  const place = `update.sources.${name}`;
  if (!/^[\w-]+$/.test(name))
    throw new UserError(`not a source name: ${name}; use letters, digits, - and _ in update.sources`);
  const source = settingsObject(value, place, ["step", "from", "file", "hosts", "headers"]);
  const file = settingsText(source.file, `${place}.file`);
  if (!/^[\w.-]+$/.test(file) || file.startsWith("."))
    throw new UserError(`${place}.file must be a plain file name within the source folder, not ${file}`);
  const headers = Object.entries(settingsObject(source.headers ?? {}, `${place}.headers`));
  return {
    name,
    step: settingsChoice(source.step ?? null, `${place}.step`, STEP_NAMES),
    from: settingsText(source.from, `${place}.from`),
    file,
    hosts: hosts(source.hosts ?? [], `${place}.hosts`),
    headers: Object.fromEntries(
      headers.map(([key, text]) => [key, settingsText(text, `${place}.headers.${key}`)])
    )
  };
}

function hosts(value: unknown, place: string): string[] {
  if (!Array.isArray(value)) throw new UserError(`${place} must be a list of host names`);
  return value.map((host, i) => settingsText(host, `${place}[${i}]`).toLowerCase());
}

function limits(value: unknown): Record<string, number> {
  const defaults = readParameters("update");
  const changed = settingsObject(value ?? {}, "update.limits", Object.keys(defaults));
  for (const [name, limit] of Object.entries(changed))
    if (typeof limit !== "number" || !(limit >= 0))
      throw new UserError(`update.limits.${name} must be a number from 0, not ${JSON.stringify(limit)}`);
  return {...defaults, ...(changed as Record<string, number>)};
}
