interface Ends {
  sources: Int32Array;
  targets: Int32Array;
}

/** Returns how many ties two lists have in common, both in ascending order of sources, then targets. */
export function sharedTies(first: Ends, second: Ends): number {
  let shared = 0;
  for (let i = 0, k = 0; i < first.sources.length && k < second.sources.length;) {
    const order = first.sources[i]! - second.sources[k]! || first.targets[i]! - second.targets[k]!;
    if (order === 0) shared++;
    if (order <= 0) i++;
    if (order >= 0) k++;
  }
  return shared;
}
