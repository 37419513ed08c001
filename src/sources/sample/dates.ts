import type {Random} from "./random.js";

/** A date that names no day. */
export const unreadableDate = "Summer 2025";

/**
 * Returns a day of summer 2025 in one of four forms (2025-07-28, 2025/07/28, 07/28/2025, 28/07/2025), and in the
 * first as the truth. Days run from 13, so that the last two cannot be mistaken for one another.
 */
export function dateForm(random: Random): {text: string; truth: string} {
  const month = String(random.between(5, 7)).padStart(2, "0");
  const day = String(random.between(13, 30));
  const truth = `2025-${month}-${day}`;
  const draw = random.next();
  if (draw < 0.7) return {text: truth, truth};
  if (draw < 0.8) return {text: `2025/${month}/${day}`, truth};
  return {text: draw < 0.9 ? `${month}/${day}/2025` : `${day}/${month}/2025`, truth};
}
