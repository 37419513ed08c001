import {UserError} from "../../error.js";
import {ANSWERS} from "./answers/answer.js";
import type {Directory} from "./directory.js";
import {difference} from "./sameRows.js";
import type {Timing} from "./timeQueries.js";

/**
 * Compares each answer with the one computed from the directory without SQL, once for each set of parameters and
 * answer, and returns what is different in the first that is; null where all are equal.
 */
export function checkAnswers(name: string, timings: Timing[], directory: Directory): string | null {
  const answer = ANSWERS[name];
  if (!answer)
    throw new UserError(
      `no independent answer for sql/benchmarks/${name}.sql; add it to src/operations/benchmark/answers`
    );
  const expected = new Map<string, unknown[][]>();
  for (const {parameters, rows} of timings) {
    const key = JSON.stringify(parameters);
    if (!expected.has(key)) expected.set(key, answer(directory, parameters));
    const wrong = difference(rows, expected.get(key)!);
    if (wrong !== null) return `${wrong} for ${key}`;
  }
  return null;
}
