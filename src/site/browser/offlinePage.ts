const STYLE = `:root { color-scheme: light dark; font: 1.05rem/1.55 system-ui, sans-serif; }
body { max-width: 40rem; margin: 12vh auto; padding: 0 1.25rem; }
h1 { font: 700 1.6rem/1.25 Charter, Cambria, Georgia, serif; }`;

/** Returns a kept page with a note, at the head of its contents, of when it was fetched. */
export async function withNote(copy: Response, keptAt: string): Promise<Response> {
  const note = `<div class="offline-note" role="status"><strong>No connection.</strong> You see the state of ${when(keptAt)}; numbers may have changed since. <a href="">Try again</a></div>`;
  const html = (await copy.text()).replace(
    /<main id="observablehq-main"[^>]*>/,
    (main) => `${main}\n${note}`
  );
  const headers = new Headers(copy.headers);
  for (const name of ["content-length", "content-encoding", "etag"]) headers.delete(name);
  return new Response(html, {headers});
}

/** Returns what stands for a page of which there is no copy: why, and which pages there are. */
export function noCopyPage(root: string, titles: Map<string, string>): Response {
  const links = [...titles].sort(([, a], [, b]) => a.localeCompare(b));
  const list = links
    .map(([url, title]) => `<li><a href="${url}">${title}</a> ${url.slice(root.length)}</li>`)
    .join("\n");
  const html = `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No connection</title>
<style>${STYLE}</style>
<main>
<h1>No connection, and no copy of this page</h1>
<p>Your browser keeps a copy of each page that you visit, but not of those that you have not: their data would be many
megabytes. <a href="">Try again</a> when there is a connection.</p>
${list ? `<p>These pages are kept:</p>\n<ul>\n${list}\n</ul>` : `<p><a href="${root}">Overview</a></p>`}
</main>
</html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
  };
  return new Response(html, {headers});
}

/** Formats an instant in the reader’s locale and time zone. */
function when(instant: string): string {
  return instant
    ? new Date(instant).toLocaleString(undefined, {dateStyle: "long", timeStyle: "short"})
    : "an earlier visit";
}
