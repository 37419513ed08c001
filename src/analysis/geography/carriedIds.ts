/**
 * Returns the ids that groups take over from earlier ones: the group and the earlier group that share most of their
 * members, both being the other’s best, where shared members are at least the given share of the members of either
 * (Jaccard). Takes the group of each record, −1 for none, and the id of its group in the earlier grouping, if it had
 * one; and how many records each earlier group had, those that are gone included.
 */
export function carriedIds(
  groups: ArrayLike<number>,
  earlier: ArrayLike<string | undefined>,
  {earlierSizes, least}: {earlierSizes: ReadonlyMap<string, number>; least: number}
): Map<number, string> {
  const sizes = new Map<number, number>();
  const shared = new Map<number, Map<string, number>>();
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    if (group < 0) continue;
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
    const id = earlier[i];
    if (id === undefined) continue;
    if (!shared.has(group)) shared.set(group, new Map());
    shared.get(group)!.set(id, (shared.get(group)!.get(id) ?? 0) + 1);
  }
  const matches = [...shared].flatMap(([group, counts]) =>
    Array.from(counts, ([id, count]) => ({
      group,
      id,
      overlap: count / (sizes.get(group)! + earlierSizes.get(id)! - count)
    }))
  );
  return mutualBest(matches.filter(({overlap}) => overlap >= least));
}

interface Match {
  group: number;
  id: string;
  overlap: number;
}

function mutualBest(matches: Match[]): Map<number, string> {
  const carried = new Map<number, string>();
  const [groups, ids] = [new Set<number>(), new Set<string>()];
  matches.sort((a, b) => b.overlap - a.overlap || a.group - b.group || (a.id < b.id ? -1 : 1));
  for (const {group, id} of matches) {
    if (!groups.has(group) && !ids.has(id)) carried.set(group, id);
    groups.add(group);
    ids.add(id);
  }
  return carried;
}
