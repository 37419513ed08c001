import type {CompilerFault} from "./compileCells.js";
import {flat} from "./printedTypes.js";
import type {SourceFile} from "./readPages.js";

const ABSENT = /^Property '(\w+)' does not exist on type '(?:RowOf_|\{)/;
const ASSIGNMENT = /^\w+\s*(=(?![=>])|\?\?=|\|\|=|&&=)/;
/** A literal, or another object, put in the place of a row. */
const EXCESS = /^Object literal may only specify known properties, and '\w+' does not exist in type 'RowOf_/;
const WIDENED = /Property '#own' is missing in type '(\{.*\})' but required in type 'RowOf_/;

const QUOTED = /\["(\w+)"\]\s*=(?!=)/g;
const COMPUTED = /\[`([^`]*)`\]\s*(?::|=(?!=))/g;
const ASSIGNED = /\bObject\.assign\([^{},]+,\s*\{([^{}]*)\}/g;
/** What a simulation of forces puts into the rows that it moves. */
const MOVED = ["x", "y", "vx", "vy", "fx", "fy", "index"];

/**
 * Returns whether a name is that of a property that a page itself puts into objects: ordinary JavaScript, which the
 * compiler takes for a mistake, and then does not know the property where it is read.
 */
export function ownNames({text}: SourceFile, faults: CompilerFault[]): (name: string) => boolean {
  const names = new Set([
    ...faults.flatMap(namesPutIn),
    ...Array.from(text.matchAll(QUOTED), ([, name]) => name!),
    ...Array.from(text.matchAll(ASSIGNED), ([, properties]) => namesOf(properties!)).flat(),
    ...(text.includes("forceSimulation(") ? MOVED : [])
  ]);
  const patterns = Array.from(text.matchAll(COMPUTED), ([, template]) => namesLike(template!));
  return (name) => names.has(name) || patterns.some((pattern) => pattern.test(name));
}

/** Returns a pattern of the names that a template can make. */
function namesLike(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/\W/g, "\\$&"));
  return new RegExp(`^${parts.join("\\w*")}$`);
}

function namesPutIn({text, because, code}: CompilerFault): string[] {
  const [, assigned] = (ASSIGNMENT.test(code) && ABSENT.exec(text)) || [];
  const [, copy = ""] = (!text.startsWith("Argument ") && WIDENED.exec([text, ...because].join("\n"))) || [];
  return [
    ...(assigned ? [assigned] : []),
    ...(EXCESS.test(text) ? namesOf(code) : []),
    ...namesOf(flat(copy))
  ];
}

/** Returns the names of the properties of an object that is written as code or printed as a type. */
function namesOf(object: string): string[] {
  return Array.from(object.matchAll(/(?:^|[{,;])\s*"?(\w+)"?\??\s*(?=[:,}]|$)/g), ([, name]) => name!);
}
