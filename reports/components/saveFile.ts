/** Offers the reader a file made in the page. */
export function saveFile(name: string, contents: string | Blob, type = "text/plain;charset=utf-8"): void {
  const blob = typeof contents === "string" ? new Blob([contents], {type}) : contents;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Returns a name that every file system takes, made of the given words. */
export function fileNameOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
}
