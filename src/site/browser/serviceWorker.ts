// The service worker of a built site; see src/site/writeServiceWorker.ts, which puts in the two constants.
import {isHashed, withoutHash} from "../hashedFile.js";
import {KeptFiles} from "./keptFiles.js";
import {noCopyPage, withNote} from "./offlinePage.js";
import type {Fetching, ServiceWorkerScope} from "./serviceWorkerScope.js";

declare const HASHED_FILES: string[];
declare const PAGES_DIGEST: string;

/** What a page says that it has loaded before this worker served it. */
export interface LoadedMessage {
  loaded: string[];
}

/** What a page is told when it is given data of an earlier visit. */
export interface KeptMessage {
  keptAt: string;
}

const PATIENCE_MS = 10_000;

const worker = globalThis as unknown as ServiceWorkerScope;
const root = worker.registration.scope;
const kept = new KeptFiles(root);
const current = new Set(HASHED_FILES);

worker.addEventListener("install", (event) => event.waitUntil(bringUpToDate()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("message", (event) => {
  const {loaded} = event.data as LoadedMessage;
  event.waitUntil(Promise.all(loaded.filter(isOurs).map((url) => kept.fetchOnce(url))));
});
worker.addEventListener("fetch", (event) => {
  const {request} = event;
  if (request.method !== "GET" || !isOurs(request.url)) return;
  if (isHashed(pathOf(request.url))) event.respondWith(hashedFile(event));
  else if (!request.headers.has("range")) event.respondWith(newestFile(event));
});

function isOurs(url: string): boolean {
  return url.startsWith(root);
}

function pathOf(url: string): string {
  return new URL(url).pathname.slice(new URL(root).pathname.length);
}

/** Fetches the new versions of what the worker of an earlier build kept: first files, then the pages that name them. */
async function bringUpToDate(): Promise<void> {
  const urls = (await kept.urls()).filter((url) => !url.includes("?"));
  const known = new Set(urls.map((url) => withoutHash(pathOf(url))));
  const newer = HASHED_FILES.filter((path) => known.has(withoutHash(path)) && withoutHash(path) !== path);
  await Promise.all(newer.map((path) => kept.fetchOnce(new URL(path, root).href)));
  const pages = urls.filter((url) => !isHashed(pathOf(url)) && !url.endsWith(".wasm"));
  await Promise.all(pages.map((url) => kept.fetchAgain(url)));
}

/** No page of an earlier build is open any more: drops what only those asked for. */
async function takeOver(): Promise<void> {
  const urls = await kept.urls();
  const old = urls.filter((url) => isHashed(pathOf(url)) && !current.has(pathOf(url)));
  await Promise.all(old.map((url) => kept.drop(url)));
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** Its name says what it holds, so a copy is as good as the file. */
async function hashedFile(event: Fetching): Promise<Response> {
  return (await kept.copyOf(event.request)) ?? kept.keeping(await fetch(event.request), event);
}

/** Asks the network first: a page or data of an earlier visit may hold old numbers, and says so. */
async function newestFile(event: Fetching): Promise<Response> {
  const asked = networkResponse(event);
  const answer = await Promise.race([asked, impatience()]).catch(() => undefined);
  if (answer && answer.status < 500) return kept.keeping(answer, event);
  const copy = await copyWithNote(event);
  if (copy || event.request.mode !== "navigate") return copy ?? asked;
  return asked.catch(async () => noCopyPage(root, await kept.pageTitles()));
}

async function networkResponse({request, preloadResponse}: Fetching): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

async function impatience(): Promise<undefined> {
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}

async function copyWithNote({request, clientId}: Fetching): Promise<Response | undefined> {
  const copy = await kept.copyOf(request);
  if (!copy) return undefined;
  const keptAt = kept.instantOf(copy);
  if (request.mode === "navigate") return withNote(copy, keptAt);
  const message: KeptMessage = {keptAt};
  (await worker.clients.get(clientId))?.postMessage(message);
  return copy;
}
