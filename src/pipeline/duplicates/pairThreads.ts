import {availableParallelism} from "node:os";
import {Worker} from "node:worker_threads";
import {comparePairs, type ComparedPairs} from "../../analysis/duplicates/comparePairs.js";
import type {Comparison} from "../../analysis/duplicates/comparison.js";
import type {ComparisonField} from "../../analysis/duplicates/comparisonField.js";
import {scorePairs, type ScoredPairs, type Scoring} from "../../analysis/duplicates/scoredPairs.js";
import type {PairAnswer, PairMessage} from "./answerPairs.js";

/** Candidate pairs from which another thread is worth its start. */
const WORTH_A_THREAD = 200_000;
const MOST_THREADS = 7;
/** Blocks that wait at each thread, so that it never stands idle. */
const QUEUED = 2;

type Pairs = Record<"a" | "b", Int32Array>;

/** Compares and scores pairs on this thread and on others; answers do not depend on how many there are. */
export interface PairThreads {
  /** Compares all pairs, on another thread where there is one. */
  compare(pairs: Pairs): Promise<ComparedPairs>;
  /** Tells every thread what was learned. */
  learn(scoring: Scoring, entities: Int32Array): void;
  /** Scores one block, here or elsewhere; resolves at once if it went elsewhere. */
  add(pairs: Pairs): Promise<void>;
  /** Returns all scored blocks, in no order. */
  blocks(): Promise<ScoredPairs[]>;
  close(): Promise<void>;
}

/** Starts as many threads as the number of pairs is worth, one for each core at most. */
export function pairThreads(
  comparisons: Comparison[],
  fields: ComparisonField[],
  pairCount: number
): PairThreads {
  const most = Math.min(MOST_THREADS, availableParallelism() - 1, Math.floor(pairCount / WORTH_A_THREAD));
  const threads = Array.from({length: Math.max(0, most)}, () => startThread(fields));
  const pending: Promise<unknown>[] = [];
  const done: ScoredPairs[] = [];
  let scoring: Scoring | undefined;
  return {
    async compare({a, b}) {
      const [thread] = threads;
      if (!thread) return comparePairs(comparisons, a, b);
      return (await thread.ask("compare", {a, b})) as ComparedPairs;
    },
    learn(learned, entities) {
      scoring = learned;
      // Functions cannot be sent; each thread has comparisons of its own.
      const model = {...learned.model, comparisons: []};
      for (const {tell} of threads) tell({kind: "model", model, least: learned.least, entities});
    },
    async add(pairs) {
      const free = threads.find((thread) => thread.waiting() < QUEUED);
      if (free) pending.push(free.ask("score", pairs).then((result) => done.push(result as ScoredPairs)));
      else done.push(scorePairs(scoring!, pairs.a, pairs.b));
      await new Promise(setImmediate);
    },
    async blocks() {
      await Promise.all(pending);
      return done;
    },
    async close() {
      await Promise.all(threads.map(({close}) => close()));
    }
  };
}

function startThread(fields: ComparisonField[]) {
  const worker = new Worker(new URL("./pairWorker.js", import.meta.url));
  const asked = new Map<
    number,
    {resolve: (result: PairAnswer["result"]) => void; reject: (error: Error) => void}
  >();
  let next = 0;
  worker.on("message", ({number, result}: PairAnswer) => {
    asked.get(number)?.resolve(result);
    asked.delete(number);
  });
  worker.on("error", (error) => {
    for (const {reject} of asked.values()) reject(error);
  });
  const tell = (message: PairMessage) => worker.postMessage(message);
  tell({kind: "fields", fields});
  return {
    tell,
    waiting: () => asked.size,
    ask: (kind: "compare" | "score", {a, b}: Pairs) =>
      new Promise<PairAnswer["result"]>((resolve, reject) => {
        const number = next++;
        asked.set(number, {resolve, reject});
        tell({kind, number, a, b});
      }),
    close: () => worker.terminate()
  };
}
