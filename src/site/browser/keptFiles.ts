import type {Fetching} from "./serviceWorkerScope.js";

const KEPT_AT = "x-kept-at";

/**
 * The copies that a site keeps in the browser, by address without query: pages keep their state there. Other sites of
 * the same origin have caches of their own.
 */
export class KeptFiles {
  readonly #cache: Promise<Cache>;

  constructor(root: string) {
    this.#cache = caches.open(`workbench ${root}`);
  }

  async urls(): Promise<string[]> {
    const requests = await (await this.#cache).keys();
    return requests.map(({url}) => url);
  }

  async drop(url: string): Promise<void> {
    await (await this.#cache).delete(url);
  }

  /** Returns the copy of what is asked for, or of the same part of it. */
  async copyOf(request: Request): Promise<Response | undefined> {
    const cache = await this.#cache;
    const range = request.headers.get("range");
    if (!range) return cache.match(addressOf(request.url));
    const copy = await cache.match(partAddress(request.url, range));
    // A cache holds whole answers only, so a part is kept as if it were one.
    return copy && new Response(copy.body, {status: 206, headers: copy.headers});
  }

  /** Keeps a copy of a sound answer, if there is room, and returns the answer. */
  keeping(response: Response, event: Fetching): Response {
    const {url, headers} = event.request;
    const range = headers.get("range");
    const address = range && response.status === 206 ? partAddress(url, range) : addressOf(url);
    if (response.type === "basic" && [200, 206].includes(response.status))
      event.waitUntil(this.#put(address, response.clone()));
    return response;
  }

  /** Fetches a file that is not kept yet; the browser’s own cache may have it. */
  async fetchOnce(url: string): Promise<void> {
    const address = addressOf(url);
    if (await (await this.#cache).match(address)) return;
    const response = await fetch(address);
    if (response.status === 200) await this.#put(address, response);
  }

  /** Fetches a file anew, and forgets one that is there no longer. */
  async fetchAgain(url: string): Promise<void> {
    const response = await fetch(url, {cache: "no-cache"});
    if (response.status === 200) await this.#put(url, response);
    else if (response.status === 404) await this.drop(url);
  }

  /** Returns when a copy was fetched, as an ISO instant. */
  instantOf(copy: Response): string {
    return copy.headers.get(KEPT_AT) ?? "";
  }

  /** Returns the title of each page that is kept, by its address. */
  async pageTitles(): Promise<Map<string, string>> {
    const cache = await this.#cache;
    const titles = new Map<string, string>();
    for (const request of await cache.keys()) {
      const copy = await cache.match(request);
      if (!copy?.headers.get("content-type")?.startsWith("text/html")) continue;
      titles.set(request.url, /<title>([^<|]*)/.exec(await copy.text())?.[1]?.trim() ?? request.url);
    }
    return titles;
  }

  /**
   * Keeps a copy of an answer once it is here to its end; a line that breaks before leaves an earlier copy alone. Answers
   * are kept in the order in which they began, also those of an old and a new worker: a slow old one never comes last.
   */
  async #put(address: string, response: Response): Promise<void> {
    await navigator.locks.request(`workbench ${address}`, async () => {
      const cache = await this.#cache;
      const earlier = await cache.match(address);
      const etag = response.headers.get("etag");
      if (etag && etag === earlier?.headers.get("etag") && !isPage(response)) return;
      const headers = new Headers(response.headers);
      headers.set(KEPT_AT, new Date().toISOString());
      // Where the line broke or there is no room left, the site works as it would without a new copy.
      const body = await response.arrayBuffer().catch(() => undefined);
      // Made anew, an answer that came by way of a redirect may stand for a page.
      if (body) await cache.put(address, new Response(body, {headers})).catch(() => undefined);
    });
  }
}

function isPage({headers}: Response): boolean {
  return headers.get("content-type")?.startsWith("text/html") ?? false;
}

function addressOf(url: string): string {
  const {origin, pathname} = new URL(url);
  return `${origin}${pathname}`;
}

function partAddress(url: string, range: string): string {
  return `${addressOf(url)}?${range}`;
}
