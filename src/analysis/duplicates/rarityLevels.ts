import {AT_BEST, type Level} from "./comparison.js";

/**
 * Tells for each level, and for each at best, whether its weight depends on how rare the shared value is: 1 where it does.
 * At best it does where the level or a weaker one takes the value’s frequency for the chance of agreement.
 */
export function rarityLevels(levels: Level[]): Uint8Array {
  const flags = new Uint8Array(2 * AT_BEST);
  for (const [level, {byFrequency}] of levels.entries()) {
    flags[level] = byFrequency ? 1 : 0;
    if (byFrequency === "exact") flags.fill(1, AT_BEST, AT_BEST + level + 1);
  }
  return flags;
}
