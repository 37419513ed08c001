import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

export interface FaultServer {
  url: string;
  /** Tells all open pages what is wrong now; nothing, once it is mended. */
  tell(faults: string[]): void;
  /** Tells all open pages what they wait for; nothing, once it is there. */
  tellProgress(progress: string | null): void;
  close(): void;
}

interface PreviewState {
  faults: string[];
  progress: string | null;
}

const LOCAL = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Tells the pages of a preview, as server-sent events, what is wrong with their sources and what is being built. Only to this machine. */
export async function serveFaults(): Promise<FaultServer> {
  const listeners = new Set<ServerResponse>();
  let state: PreviewState = {faults: [], progress: null};
  const send = (change: Partial<PreviewState>) => {
    state = {...state, ...change};
    for (const response of listeners) response.write(message(state));
  };
  const server = createServer(({headers}, response) => {
    const origin = headers.origin ?? "";
    if (!LOCAL.test(origin)) return void response.writeHead(403).end();
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "access-control-allow-origin": origin
    });
    response.write(message(state));
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    tell: (faults) => send({faults}),
    tellProgress: (progress) => send({progress}),
    close() {
      server.closeAllConnections();
      server.close();
    }
  };
}

function message(state: PreviewState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
