import {type FileHandle, open, rename, rm} from "node:fs/promises";

const BUFFER = 1 << 20;

/** A file written piece by piece in bounded memory; it gets its name only when it is whole. */
export class TextFile {
  private buffer: string[] = [];
  private size = 0;

  private constructor(
    private readonly path: string,
    private readonly partialPath: string,
    private readonly handle: FileHandle
  ) {}

  /** Opens a new file under a name of this process's own, so that two runs at once do not mix. */
  static async create(path: string): Promise<TextFile> {
    const partialPath = `${path}.${process.pid}.partial`;
    return new TextFile(path, partialPath, await open(partialPath, "w"));
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
    await rename(this.partialPath, this.path);
  }

  /** Removes what was written; for use after a failure. */
  async abandon(): Promise<void> {
    await this.handle.close();
    await rm(this.partialPath, {force: true});
  }

  private async flush(): Promise<void> {
    const text = this.buffer.join("");
    this.buffer = [];
    this.size = 0;
    await this.handle.writeFile(text);
  }
}

/** Writes a file by the callback, which may wait; removes the unfinished file if the callback throws. */
export async function writeTextFile<T>(path: string, callback: (file: TextFile) => Promise<T>): Promise<T> {
  const file = await TextFile.create(path);
  try {
    const result = await callback(file);
    await file.finish();
    return result;
  } catch (error) {
    await file.abandon().catch(() => {});
    throw error;
  }
}
