import http, {type IncomingMessage} from "node:http";
import https from "node:https";
import {messageOf} from "../../error.js";
import {FetchError} from "./fetchError.js";

export interface RequestOptions {
  headers: Record<string, string>;
  connectTimeoutMs: number;
  idleTimeoutMs: number;
  /** Ends the request, and the response after it, when the time for the whole attempt is over. */
  signal: AbortSignal;
}

/**
 * Sends one GET request and returns the response once its head has arrived, its body unread. Throws a
 * transient FetchError where the server cannot be reached or falls silent. No connection is kept or shared.
 */
export function request(url: URL, options: RequestOptions): Promise<IncomingMessage> {
  const {headers, connectTimeoutMs, idleTimeoutMs, signal} = options;
  const isSecure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const fail = (message: string, cause?: unknown) =>
      reject(new FetchError(message, {isTransient: true, cause}));
    const outgoing = (isSecure ? https : http).get(url, {headers, agent: false, signal});
    const connecting = setTimeout(() => {
      fail(`no connection to ${url.host} within ${connectTimeoutMs / 1000} s`);
      outgoing.destroy();
    }, connectTimeoutMs);
    outgoing.on("socket", (socket) =>
      socket.once(isSecure ? "secureConnect" : "connect", () => clearTimeout(connecting))
    );
    outgoing.setTimeout(idleTimeoutMs, () => {
      fail(`${url.host} sent nothing for ${idleTimeoutMs / 1000} s`);
      outgoing.destroy();
    });
    outgoing.on("close", () => clearTimeout(connecting));
    outgoing.on("error", (error) => fail(`request to ${url.host} failed: ${messageOf(error)}`, error));
    outgoing.on("response", (response) => {
      outgoing.setTimeout(0);
      response.setTimeout(idleTimeoutMs, () =>
        response.destroy(
          new FetchError(`${url.host} sent nothing for ${idleTimeoutMs / 1000} s`, {isTransient: true})
        )
      );
      resolve(response);
    });
  });
}
