import type {Random} from "./random.js";

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bCenter\b/, "Ctr"],
  [/\bBehavioral Health\b/, "BH"],
  [/\bServices\b/, "Svcs"],
  [/\bHospital\b/, "Hosp"],
  [/\bTreatment\b/, "Tx"],
  [/\bCommunity\b/, "Comm"],
  [/ & /, " and "],
  [/ and /, " & "]
];
const SUFFIXES = ["Inc", "LLC", "Inc.", "Corporation"];

/** Returns the name as another listing might have it: abbreviated, with a legal suffix, or mistyped. */
export function nameVariant(name: string, random: Random): {name: string; kind: string} {
  const draw = random.next();
  const abbreviation = ABBREVIATIONS.find(([long]) => long.test(name));
  if (draw < 0.35 && abbreviation)
    return {name: name.replace(abbreviation[0], abbreviation[1]), kind: "name_abbreviated"};
  if (draw < 0.6) return {name: `${name} ${random.pick(SUFFIXES)}`, kind: "name_suffix"};
  return {name: mistyped(name, random), kind: "name_typo"};
}

function mistyped(name: string, random: Random): string {
  const at = random.between(1, name.length - 3);
  const [before, first, second, after] = [name.slice(0, at), name[at]!, name[at + 1]!, name.slice(at + 2)];
  const draw = random.next();
  if (draw < 0.4 && first !== second) return before + second + first + after;
  if (draw < 0.7) return before + second + after;
  return before + first + first + second + after;
}
