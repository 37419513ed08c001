/** Returns an object’s type, as the compiler prints it, without what is within its properties. */
export function flat(type: string): string {
  const flatter = type.replace(/(?<=.)\{[^{}]*\}/g, "");
  return flatter === type ? type : flat(flatter);
}

/** Returns the alternatives of a type, as the compiler prints it; those within its properties stay whole. */
export function alternatives(type: string): string[] {
  let depth = 0;
  const parts = [""];
  for (const [token] of type.matchAll(/=>|[{}()[\]<>]| \| |[^={}()[\]<>| ]+|[^]/g)) {
    if ("{([<".includes(token)) depth += 1;
    if ("})]>".includes(token)) depth -= 1;
    if (token === " | " && depth === 0) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts;
}
