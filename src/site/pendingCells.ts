interface Token {
  content: string;
}

type FenceRule = (tokens: Token[], index: number, ...rest: unknown[]) => string;

/** As much of markdown-it as is used here. */
export interface MarkdownParser {
  renderer: {rules: {fence?: FenceRule}};
}

/** A statement at the margin that shows something, whatever else the cell does. */
const SHOWS = /^(display\(|(const|let) .+ = view\()/m;
/** A choice at the margin between two things to show. */
const SHOWS_EITHER = /^if \(.+\) display\([\s\S]+^else (display\(|\{[\s\S]+^ {2}display\()/m;
const CELL = /(<div class="observablehq observablehq--block">)(<!--)/;
const LOADING = "<observablehq-loading></observablehq-loading>";

/**
 * Gives each code block that surely shows something the sign of loading that Framework gives to blocks of a
 * single expression, so that what follows it can wait for it instead of jumping. Framework takes the sign away
 * when the block first shows something.
 */
export function markPendingCells<T extends MarkdownParser>(parser: T): T {
  const fence = parser.renderer.rules.fence!;
  parser.renderer.rules.fence = (tokens, index, ...rest) => {
    const html = fence(tokens, index, ...rest);
    return SHOWS.test(tokens[index]!.content) || SHOWS_EITHER.test(tokens[index]!.content)
      ? html.replace(CELL, `$1${LOADING}$2`)
      : html;
  };
  return parser;
}
