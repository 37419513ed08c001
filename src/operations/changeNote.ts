import {existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import {readParameters} from "../config/parameters.js";
import {UserError} from "../error.js";
import type {Warehouse} from "../warehouse/open.js";
import {bulletList, headlineTable, markdownTable} from "./changeNoteParts.js";

export interface ChangeNote {
  buildId: string;
  /** Day of the build, UTC. */
  builtOn: string;
  markdown: string;
}

/**
 * Returns what changed between a published warehouse and the one before it as Markdown for people: every headline
 * number old → new with its cause, counts by source, and the organizations that were added, removed, renamed or
 * moved, as many of each as update_note_rows says.
 */
export async function changeNote(warehouse: Warehouse): Promise<ChangeNote> {
  const [build] = await warehouse.rows<{
    build_id: string;
    day: string;
    is_sample: boolean;
    inputs: string | null;
  }>(
    `select build_id, strftime(built_at, '%Y-%m-%d') as day, is_sample,
      (select string_agg(input, ', ' order by input) from meta.build_inputs where is_changed) as inputs
    from meta.builds`
  );
  const {build_id: buildId, day: builtOn, is_sample: isSample, inputs} = build!;
  const sections = [
    `# Change note of ${builtOn}`,
    `Build ${buildId}. ${inputs ? `Changed since the build before: ${inputs}.` : "There is no earlier build to compare with."}`,
    ...(isSample ? ["The data is the generated sample: no organization in it is real."] : []),
    ...(await headlines(warehouse)),
    ...(inputs ? await organizations(warehouse) : []),
    ...(await fetches(warehouse)),
    ...(await warningsOf(warehouse))
  ];
  return {buildId, builtOn, markdown: `${sections.join("\n\n")}\n`};
}

/** Keeps a note in the state folder under the name of its build. */
export function keepChangeNote(
  config: Pick<Config, "state">,
  {buildId, builtOn, markdown}: ChangeNote
): string {
  const folder = notesFolder(config);
  mkdirSync(folder, {recursive: true});
  const path = join(folder, `${builtOn}-${buildId}.md`);
  writeFileSync(`${path}.part`, markdown, {flush: true});
  renameSync(`${path}.part`, path);
  return path;
}

/** Returns the kept note of a build. Throws a UserError that lists the builds which have one. */
export function readChangeNote(config: Pick<Config, "state">, buildId: string): string {
  const folder = notesFolder(config);
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".md"))
        .sort()
    : [];
  const name = names.findLast((known) => known.endsWith(`-${buildId}.md`));
  if (name) return readFileSync(join(folder, name), "utf8");
  const known = names.map((note) => note.replace(/\.md$/, "")).join(", ");
  throw new UserError(
    `no change note of build ${buildId}; ${known ? `there are ${known}` : "no update has published yet"}`
  );
}

function notesFolder({state}: Pick<Config, "state">): string {
  return join(state, "change-notes");
}

async function headlines(warehouse: Warehouse): Promise<string[]> {
  return [
    "## Headline numbers",
    headlineTable(await warehouse.rows("from meta.headline_changes order by position, name"))
  ];
}

async function organizations(warehouse: Warehouse): Promise<string[]> {
  const counts = await warehouse.rows(
    `select organization_type as source, added_count as added, changed_count as changed, renamed_count as renamed,
      moved_count as moved, removed_count as removed, unchanged_count as unchanged, renumbered_count as renumbered
    from meta.change_counts
    order by source`
  );
  const lists = [];
  for (const change of ["added", "removed", "renamed", "moved"])
    lists.push(...(await listOf(warehouse, change)));
  return [
    "## Organizations by source",
    "Changed counts the renamed and the moved ones too; renumbered ones have another id and may be otherwise unchanged.",
    markdownTable(counts),
    ...lists,
    ...(await changedFields(warehouse))
  ];
}

async function listOf(warehouse: Warehouse, change: string): Promise<string[]> {
  const rows = await warehouse.rows<{
    name: string;
    state: string;
    organization_id: string;
    old_value: string;
    new_value: string;
  }>(
    `select name, state, organization_id, old_value, new_value
    from meta.record_changes
    where change = $change
    order by state, name, organization_id`,
    {change}
  );
  if (rows.length === 0) return [];
  const title = `### ${change[0]!.toUpperCase()}${change.slice(1)} (${rows.length})`;
  return [title, bulletList(rows, readParameters("update").update_note_rows!)];
}

async function changedFields(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.rows(
    `select field, cause, count(*)::integer as organizations
    from meta.record_changes
    where change = 'changed'
    group by field, cause
    order by organizations desc, field, cause`
  );
  return rows.length ? ["### Other changed fields", markdownTable(rows)] : [];
}

async function fetches(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.rows(
    `select name as source, status, record_count as records, strftime(copy_fetched_at, '%Y-%m-%d') as copy_of, reason
    from meta.source_fetches
    where run_id = (select max(run_id) from meta.update_history where status = 'published')
    order by name`
  );
  return rows.length ? ["## Sources", markdownTable(rows)] : [];
}

async function warningsOf(warehouse: Warehouse): Promise<string[]> {
  const rows = await warehouse.rows(
    `select name as check, failure_count as rows, because as why
    from meta.check_results
    where failure_count > 0
    order by rows desc, name`
  );
  return rows.length ? ["## Checks that found something", markdownTable(rows)] : [];
}
