/** What the service worker tells a page to which it gave data of an earlier visit; see src/site/browser/serviceWorker.ts. */
interface KeptMessage {
  keptAt: string;
}

/**
 * Lets a service worker keep copies of the pages and data that the reader visits, so that they open without a
 * connection. Does nothing in a preview, and where the browser or the address (plain HTTP) has no service workers.
 */
export async function keepForOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const root = new URL("../../", import.meta.url);
  // Built modules have a hash in their names. A preview may run where a built site was served before.
  const isBuilt = /\.[0-9a-f]{8}\.js$/.test(import.meta.url);
  if (!isBuilt) return void (await navigator.serviceWorker.getRegistration(root))?.unregister();
  navigator.serviceWorker.addEventListener("message", ({data}) => noteKeptData(data as KeptMessage));
  if (document.readyState !== "complete")
    await new Promise((resolve) => addEventListener("load", resolve, {once: true}));
  const isFirstVisit = navigator.serviceWorker.controller === null;
  const address = new URL("service-worker.js", root);
  const registered = await navigator.serviceWorker.register(address).catch(() => undefined);
  if (registered && isFirstVisit) await tellWhatIsLoaded();
}

/** The worker did not see what this page loaded before it served it. */
async function tellWhatIsLoaded(): Promise<void> {
  const {active} = await navigator.serviceWorker.ready;
  active?.postMessage({loaded: [location.href]});
  new PerformanceObserver((list) => {
    const entries = list.getEntries() as PerformanceResourceTiming[];
    const whole = entries.filter(({responseStatus}) => responseStatus === 200);
    active?.postMessage({loaded: whole.map(({name}) => name)});
  }).observe({type: "resource", buffered: true});
}

function noteKeptData({keptAt}: KeptMessage): void {
  const main = document.querySelector("#observablehq-main");
  if (!main || main.querySelector(".offline-note")) return;
  const day = new Date(keptAt).toLocaleString(undefined, {dateStyle: "long", timeStyle: "short"});
  const note = document.createElement("div");
  note.className = "offline-note";
  note.setAttribute("role", "status");
  note.textContent = `No connection: data on this page is of ${day}, and numbers may have changed since.`;
  main.prepend(note);
}
