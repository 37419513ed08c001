import type {Blocks} from "./blocks.js";

/** Finds the partners of a record with higher numbers, ascending. What it returns is used again by the next call. */
export type PartnerFinder = (record: number) => {
  count: number;
  partners: Int32Array;
  /** Returns the numbers of the rules that propose a partner, added up. */
  rulesOf(partner: number): number;
};

/** Partners up to which a sort in place is quicker than a call out of JavaScript. */
const FEW = 40;

/** Makes a finder that names each partner once, however many blocks two records share. */
export function partnerFinder(blocks: Blocks): PartnerFinder {
  const {members, offsets, rules, wholeCount, window, boundary, places, blockOf} = blocks;
  const records = places.offsets.length - 1;
  // A sparse set (Briggs and Torczon 1993), which need not be emptied for the next record.
  const slots = new Int32Array(records);
  const [found, masks] = [new Int32Array(records), new Uint16Array(records)];
  const partners = new Int32Array(records);
  const result = {count: 0, partners, rulesOf: (partner: number) => masks[slots[partner]!]!};
  return (record) => {
    let count = 0;
    const least = boundary ? (record < boundary ? boundary : records) : record + 1;
    for (let i = places.offsets[record]!; i < places.offsets[record + 1]!; i++) {
      const place = places.ids[i]!;
      const block = blockOf[place]!;
      const rule = rules[block]!;
      const isWhole = block < wholeCount;
      const end = isWhole ? offsets[block + 1]! : Math.min(offsets[block + 1]!, place + window + 1);
      for (let at = isWhole ? place + 1 : Math.max(offsets[block]!, place - window); at < end; at++) {
        const partner = members[at]!;
        if (partner < least) continue;
        const slot = slots[partner]!;
        if (slot < count && found[slot] === partner) masks[slot] = masks[slot]! | rule;
        else {
          slots[partner] = count;
          found[count] = partner;
          masks[count++] = rule;
        }
      }
    }
    for (let i = 0; i < count; i++) partners[i] = found[i]!;
    if (count > FEW) partners.subarray(0, count).sort();
    else sortFew(partners, count);
    result.count = count;
    return result;
  };
}

/** Sorts by insertion: partners come as a few runs that ascend already. */
function sortFew(items: Int32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const item = items[i]!;
    let at = i;
    for (; at > 0 && items[at - 1]! > item; at--) items[at] = items[at - 1]!;
    items[at] = item;
  }
}
