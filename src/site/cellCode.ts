import type {SourceFile} from "./readPages.js";

/** A variable, or several taken apart, that may get another value later. */
const VARIABLE = /\b(let|var) (\w+|\[[^\]=]*\]|\{[^}=]*\}) = /g;
/** A promise of rows, which other cells of the page see as the rows. */
const PROMISED = /\bconst \w+ = (?=(?:FileAttachment|snapshotRows)\()/g;
/** The name of a column in a list. */
const KEY = /\bkey: ("\w+")/g;

/**
 * Returns the JavaScript of a page’s cells, each at its own lines, with what the compiler must be told to read it as the
 * page means it: that variables which get another value may be anything, while they would stay what they were first;
 * that promises of rows are awaited; and that names of columns in a list are those words, while they would be any text.
 */
export function cellCode({text, cells}: SourceFile): string {
  const lines = text.split("\n").map(() => "");
  for (const {line, text: code} of cells.filter(({language}) => language === "js"))
    for (const [i, codeLine] of code.split("\n").entries()) lines[line - 1 + i] = codeLine;
  const code = lines.join("\n");
  return code
    .replace(VARIABLE, (declaration, keyword: string, target: string) =>
      isAssignedLater(code, target) ? `${keyword} /** @type {any} */ ${target} = ` : declaration
    )
    .replace(PROMISED, "$&await ")
    .replace(KEY, "key: /** @type {$1} */ ($1)");
}

function isAssignedLater(code: string, target: string): boolean {
  return Array.from(target.matchAll(/\w+/g)).some(([name]) => {
    const assignments = code.match(new RegExp(`(?<![.\\w$])${name} *(=(?![=>])|\\?\\?=|\\|\\|=)`, "g")) ?? [];
    return assignments.length > (target === name ? 1 : 0);
  });
}
