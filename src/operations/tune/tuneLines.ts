import type {Operator} from "./profile.js";
import type {TuneResult} from "./runTune.js";
import type {Trial} from "./tryAlternative.js";

/** Returns a profile and its trials as lines of text: the plan as a tree, what was tried, and what to do. */
export function tuneLines({name, title, obstacle, plan, trials}: TuneResult): string[] {
  if (obstacle !== null || plan === null) return [`${name}: not run: ${obstacle}`, ""];
  return [
    `${name}: ${title}`,
    `${"share".padStart(7)}${"ms".padStart(9)}${"rows".padStart(12)}${"expected".padStart(12)}`,
    ...operatorLines(plan, 0),
    ...(trials.length > 0
      ? ["", "Tried on a copy, in turns with the warehouse as it is", ...trials.map(trialLine)]
      : []),
    ...(trials.length > 0 ? ["", ...recommendations(trials)] : []),
    ""
  ];
}

function operatorLines(operator: Operator, depth: number): string[] {
  const {name, detail, share, durationMs, rowCount, estimatedRowCount, children} = operator;
  const figures = [
    `${(share * 100).toFixed(0)} %`.padStart(7),
    durationMs.toFixed(2).padStart(9),
    rowCount.toLocaleString("en-US").padStart(12),
    (estimatedRowCount?.toLocaleString("en-US") ?? "–").padStart(12)
  ];
  return [
    `${figures.join("")}  ${"  ".repeat(depth)}${name}${detail ? `: ${detail}` : ""}`,
    ...children.flatMap((child) => operatorLines(child, depth + 1))
  ];
}

function trialLine(trial: Trial): string {
  const {title, note, isRecommended} = trial;
  const verdict = note !== null ? "not counted" : isRecommended ? "gain" : "no gain";
  return `  ${verdict.padEnd(13)}${title}: ${note ?? `${gain(trial)}; ${cost(trial)}`}`;
}

function recommendations(trials: Trial[]): string[] {
  const helpful = trials
    .filter(({isRecommended}) => isRecommended)
    .sort((a, b) => a.afterMs / a.beforeMs - b.afterMs / b.beforeMs);
  if (helpful.length === 0) return ["Recommended: nothing; none of it helped measurably."];
  return helpful.map((trial) => `Recommended: ${trial.title}, ${gain(trial)}, for ${cost(trial)}.`);
}

function gain({beforeMs, afterMs, beforeCpuMs, afterCpuMs}: Trial): string {
  return `${beforeMs.toFixed(2)} → ${afterMs.toFixed(2)} ms (processor ${beforeCpuMs.toFixed(2)} → ${afterCpuMs.toFixed(2)} ms)`;
}

function cost({kind, addedMb, buildMs}: Trial): string {
  if (kind === "threads") return "a setting alone";
  return `${addedMb >= 0 ? "+" : "−"}${Math.abs(addedMb).toFixed(1)} MB, ${(buildMs / 1000).toFixed(2)} s to make`;
}
