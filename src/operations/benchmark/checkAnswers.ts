import {UserError} from "../../error.js";
import {ANSWERS} from "./answers/answer.js";
import type {Directory} from "./directory.js";
import {type AnswerRow, difference} from "./sameRows.js";
import type {Timing} from "./timeQueries.js";

export type Answered = Pick<Timing, "parameters" | "rows">;

/** Returns what is different in the first wrong answer of a query; null where all are equal. */
export type AnswerChecker = (name: string, answers: Answered[]) => string | null;

/**
 * Returns a function that compares answers with those computed from the directory without SQL; each of these is
 * computed once for each set of parameters.
 */
export function answerChecker(directory: Directory): AnswerChecker {
  const expected = new Map<string, AnswerRow[]>();
  return (name, answers) => {
    const answer = ANSWERS[name];
    if (!answer)
      throw new UserError(
        `no independent answer for sql/benchmarks/${name}.sql; add it to src/operations/benchmark/answers`
      );
    for (const {parameters, rows} of answers) {
      const asked = JSON.stringify(parameters);
      const key = `${name} ${asked}`;
      if (!expected.has(key)) expected.set(key, answer(directory, parameters));
      const wrong = difference(rows, expected.get(key)!);
      if (wrong !== null) return `${wrong} for ${asked}`;
    }
    return null;
  };
}
