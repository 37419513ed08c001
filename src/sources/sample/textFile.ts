import {type FileHandle, open, rename} from "node:fs/promises";

const BUFFER = 1 << 20;

/** A file written piece by piece in bounded memory; it gets its name only when it is whole. */
export class TextFile {
  private buffer: string[] = [];
  private size = 0;

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle
  ) {}

  static async create(path: string): Promise<TextFile> {
    return new TextFile(path, await open(`${path}.partial`, "w"));
  }

  /** Takes the text; returns a promise to wait for once a megabyte has gathered, and nothing before. */
  write(text: string): Promise<void> | undefined {
    this.buffer.push(text);
    this.size += text.length;
    return this.size >= BUFFER ? this.flush() : undefined;
  }

  async finish(): Promise<void> {
    await this.flush();
    await this.handle.close();
    await rename(`${this.path}.partial`, this.path);
  }

  /** Closes the file after a failure, leaving the unfinished part under its partial name. */
  async abandon(): Promise<void> {
    await this.handle.close();
  }

  private async flush(): Promise<void> {
    const text = this.buffer.join("");
    this.buffer = [];
    this.size = 0;
    await this.handle.writeFile(text);
  }
}
