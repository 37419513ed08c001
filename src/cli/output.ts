/** Where a command prints: text for people on standard output, progress on standard error. */
export interface Output {
  /** Prints a line on standard output. */
  line(text?: string): void;
  /** Prints one JSON object on standard output; the only thing printed there under --json. */
  json(value: unknown): void;
  /** Says on standard error what is being done: a bar that redraws itself on a terminal, a plain line elsewhere. */
  progress(label: string, share?: number): void;
  /** Ends the progress line. */
  done(): void;
}

const WIDTH = 24;

/**
 * Returns an Output over the given streams; a terminal gets a bar, a pipe or CI gets one line per label. Where the reader
 * of a pipe has left, as head does once it has its lines, the command does its work to the end and prints to nobody.
 */
export function createOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Output {
  const live = Boolean(stderr.isTTY) && !process.env.CI;
  let last = "";
  for (const stream of [stdout, stderr])
    if (!stream.listeners("error").includes(ignoreClosedPipe)) stream.on("error", ignoreClosedPipe);
  return {
    line: (text = "") => void stdout.write(`${text}\n`),
    json: (value) => void stdout.write(`${JSON.stringify(value, jsonSafe, 2)}\n`),
    progress(label, share) {
      if (live) stderr.write(`\r\x1b[K${bar(share)}${label}`);
      else if (label !== last) stderr.write(`${label}\n`);
      last = label;
    },
    done() {
      if (live && last) stderr.write("\r\x1b[K");
      last = "";
    }
  };
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

function bar(share: number | undefined): string {
  if (share === undefined) return "… ";
  const filled = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
  return `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${String(Math.round(share * 100)).padStart(3)} % `;
}

function jsonSafe(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}
