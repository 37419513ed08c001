import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {UserError} from "../../error.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {csvText} from "../duplicates/csvText.js";

/** The file of decisions, kept in git and loaded by every build. */
export const DECISIONS_FILE = "sql/seeds/review_decisions.csv";

const COLUMNS = ["id_a", "id_b", "content_a", "content_b", "answer", "weight", "decided_on", "note"];
const ANSWERS = ["same", "different", "unsure"];

type Decision = Record<string, string>;

/** What became of an answers file. */
export interface ImportedAnswers {
  added: number;
  changed: number;
  unanswered: number;
}

/**
 * Adds the answers of a reviewed sample to the file of decisions, each with a fingerprint of both records, so
 * that it finds them again should their ids change. A later answer replaces an earlier one on the same pair.
 * Throws a UserError, and writes nothing, where an answer is not same, different, unsure or empty, or an id is
 * unknown.
 */
export async function importAnswers(
  warehouse: Warehouse,
  answersPath: string,
  {decisionsPath = DECISIONS_FILE, today}: {decisionsPath?: string; today: string}
): Promise<ImportedAnswers> {
  const answers = readRows(answersPath);
  const contents = await contentsById(warehouse);
  const weights = await weightsByPair(warehouse);
  const decisions = new Map(
    (existsSync(decisionsPath) ? readRows(decisionsPath) : []).map((row) => [keyOf(row), row])
  );
  const result: ImportedAnswers = {added: 0, changed: 0, unanswered: 0};
  for (const [i, row] of answers.entries()) {
    const answer = (row.answer ?? "").trim().toLowerCase();
    if (!answer) result.unanswered++;
    else {
      const decision = decisionOf(row, {answer, line: i + 2, contents, weights, today});
      decisions.has(keyOf(row)) ? result.changed++ : result.added++;
      decisions.set(keyOf(row), decision);
    }
  }
  const rows = [...decisions.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  writeFileSync(
    decisionsPath,
    csvText([COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name] ?? ""))])
  );
  return result;
}

interface Answer {
  answer: string;
  line: number;
  contents: Map<string, string>;
  weights: Map<string, number>;
  today: string;
}

function decisionOf(row: Decision, {answer, line, contents, weights, today}: Answer): Decision {
  if (!ANSWERS.includes(answer))
    throw new UserError(`unknown answer: ${answer}, line ${line}; write same, different or unsure`);
  const [a, b] = [row.id_a ?? "", row.id_b ?? ""];
  for (const id of [a, b])
    if (!contents.has(id))
      throw new UserError(`no such organization: ${id}, line ${line}; draw a new sample`);
  return {
    id_a: a,
    id_b: b,
    content_a: contents.get(a)!,
    content_b: contents.get(b)!,
    answer,
    weight: weights.get(keyOf(row))?.toFixed(3) ?? "",
    decided_on: today,
    note: row.note ?? ""
  };
}

function readRows(path: string): Decision[] {
  if (!existsSync(path)) throw new UserError(`no such file: ${path}; give the answered sample`);
  return parse(readFileSync(path), {columns: true, bom: true, skip_empty_lines: true}) as Decision[];
}

function keyOf({id_a = "", id_b = ""}: Decision): string {
  return id_a < id_b ? `${id_a}\n${id_b}` : `${id_b}\n${id_a}`;
}

async function contentsById(warehouse: Warehouse): Promise<Map<string, string>> {
  const rows = await warehouse.rows<{id: string; content: string}>(
    readSqlFile("sql/analysis/duplicates/directory/contents.sql").text
  );
  return new Map(rows.map(({id, content}) => [id, content]));
}

async function weightsByPair(warehouse: Warehouse): Promise<Map<string, number>> {
  const rows = await warehouse.rows<{id_a: string; id_b: string; weight: number}>(
    "select id_a, id_b, weight from analysis.match_pairs"
  );
  return new Map(rows.map((row) => [keyOf({id_a: row.id_a, id_b: row.id_b}), row.weight]));
}
