/** Returns the line by which a build says, to whoever measures it, how many rows a step has added. */
export function rowsLine(step: string, rowCount: number): string {
  return `${step}: ${rowCount} rows`;
}

/** Returns the rows that such a line tells; undefined for any other line. */
export function rowsOf(line: string): number | undefined {
  const told = /: (-?\d+) rows$/.exec(line)?.[1];
  return told === undefined ? undefined : Number(told);
}
