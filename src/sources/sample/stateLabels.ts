import type {Random} from "./random.js";
import {stateNames} from "./stateTargets.js";

/** States whose name some records shout. */
const SHOUTED = ["CA", "TX", "NY", "FL", "OH", "PA", "IL", "NC", "KY", "AZ", "NJ", "GA", "WA", "TN", "MI"];
const FULL_NAMES = 0.17;
const SHOUTED_NAMES = 0.03;

let names: Map<string, string> | undefined;

/** Returns the state as a careless directory writes it: the code mostly, the full name or the name in capitals. */
export function stateLabel(state: string, random: Random): string {
  const draw = random.next();
  if (draw < FULL_NAMES) return fullName(state);
  return draw < FULL_NAMES + SHOUTED_NAMES && SHOUTED.includes(state) ? fullName(state).toUpperCase() : state;
}

/** Returns the English name of the state with the given code. */
export function fullName(state: string): string {
  names ??= stateNames();
  return names.get(state) ?? state;
}
