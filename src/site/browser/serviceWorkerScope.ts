/** As much of a service worker’s global scope as is used here; TypeScript’s own types exclude those of pages. */
export interface ServiceWorkerScope {
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    get(id: string): Promise<{postMessage(message: unknown): void} | undefined>;
  };
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
  addEventListener(type: "message", listener: (event: Lasting & {data: unknown}) => void): void;
}

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

/** A request of a page; `preloadResponse` is what the browser asked for while the worker started. */
export interface Fetching extends Lasting {
  request: Request;
  clientId: string;
  preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}
