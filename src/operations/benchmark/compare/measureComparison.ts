import {seededRandom, shuffled} from "../../../analysis/referrals/seededRandom.js";
import type {BenchmarkResult} from "../../../pipeline/benchmarkLog.js";
import type {AnswerChecker} from "../checkAnswers.js";
import type {PreparedQuery} from "../prepareQueries.js";
import {measured} from "../result.js";
import type {AnswerRow} from "../sameRows.js";
import type {BenchmarkSettings} from "../settings.js";
import {isDue} from "../timeQueries.js";
import {type Contender, QUESTIONS} from "./contender.js";

interface Asked {
  durations: number[];
  rowCount: number;
  wrong: string | null;
}

export interface ComparisonInputs {
  prepared: PreparedQuery[];
  check: AnswerChecker;
  settings: BenchmarkSettings;
}

/**
 * Asks every contender the same questions with the same parameters, one after another in random order, and compares
 * each answer with the independent one. Every question is asked once before anything is timed; those without
 * parameters take part in a share of the runs.
 */
export async function measureComparison(
  contenders: Contender[],
  {prepared, check, settings}: ComparisonInputs
): Promise<BenchmarkResult[]> {
  const questions = prepared.filter(
    ({query, obstacle}) => obstacle === null && (QUESTIONS as readonly string[]).includes(query.name)
  );
  const random = seededRandom(settings.seed);
  const asked = new Map<string, Asked>();
  const ask = async (contender: Contender, {query, parameters}: PreparedQuery, run: number) => {
    const chosen = parameters[run % parameters.length]!;
    const start = performance.now();
    const rows = await contender.ask(query.name, chosen);
    record(asked, {key: keyOf(contender.name, query.name), durationMs: performance.now() - start, rows});
    asked.get(keyOf(contender.name, query.name))!.wrong ??= check(query.name, [{parameters: chosen, rows}]);
  };
  for (const question of questions) for (const contender of contenders) await ask(contender, question, 0);
  for (const {durations} of asked.values()) durations.length = 0;
  for (let run = 0; run < settings.comparisonRuns; run++)
    for (const i of shuffled(questions.length, random))
      if (isDue(questions[i]!.query, run, settings))
        for (const j of shuffled(contenders.length, random)) await ask(contenders[j]!, questions[i]!, run);
  return questions.flatMap(({query}) =>
    contenders.map(({name}) => {
      const {durations, rowCount, wrong} = asked.get(keyOf(name, query.name))!;
      return measured(durations, {
        part: "comparison",
        name: query.name,
        variant: name,
        title: query.title,
        queryClass: query.queryClass,
        unit: "ms",
        rowCount,
        isEqual: wrong === null,
        note: wrong && `wrong answer: ${wrong}`
      });
    })
  );
}

function record(
  asked: Map<string, Asked>,
  {key, durationMs, rows}: {key: string; durationMs: number; rows: AnswerRow[]}
): void {
  const entry = asked.get(key) ?? {durations: [], rowCount: 0, wrong: null};
  entry.durations.push(durationMs);
  entry.rowCount = rows.length;
  asked.set(key, entry);
}

function keyOf(contender: string, question: string): string {
  return `${contender}\0${question}`;
}
