import {color} from "./palette.js";

export interface ChangeKind {
  change: string;
  name: string;
  explanation: string;
}

/** The kinds of change between two builds, in the order in which a reader wants them. */
export const changeKinds: ChangeKind[] = [
  {change: "added", name: "Added", explanation: "the build before did not have it"},
  {change: "removed", name: "Removed", explanation: "only the build before has it"},
  {change: "renamed", name: "Renamed", explanation: "another name, case and punctuation aside"},
  {change: "moved", name: "Moved", explanation: "another address, case and punctuation aside"},
  {change: "changed", name: "Other fields", explanation: "any other field differs"},
  {change: "renumbered", name: "Renumbered", explanation: "the same organization under another id"}
];

/** Colours of what became of organizations, for Plot. */
export const fateColors = {
  domain: ["Added", "Changed", "Removed"],
  range: [color.passed, color.highlight, color.error]
};

/** Returns a difference with its sign, such as +3 or −12; nothing for none. */
export function signed(difference: number | null, format: (value: number) => string): string {
  if (difference === null || difference === 0) return "";
  return `${difference > 0 ? "+" : "−"}${format(Math.abs(difference))}`;
}
