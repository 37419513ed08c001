import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";

export interface FaultServer {
  url: string;
  /** Tells all open pages what is wrong now; nothing, once it is mended. */
  tell(faults: string[]): void;
  close(): void;
}

const LOCAL = /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Tells the pages of a preview, as server-sent events, what is wrong with their sources. Only to this machine. */
export async function serveFaults(): Promise<FaultServer> {
  const listeners = new Set<ServerResponse>();
  let current = message([]);
  const server = createServer(({headers}, response) => {
    const origin = headers.origin ?? "";
    if (!LOCAL.test(origin)) return void response.writeHead(403).end();
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "access-control-allow-origin": origin
    });
    response.write(current);
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    tell(faults) {
      current = message(faults);
      for (const response of listeners) response.write(current);
    },
    close() {
      server.closeAllConnections();
      server.close();
    }
  };
}

function message(faults: string[]): string {
  return `data: ${JSON.stringify(faults)}\n\n`;
}
