import {createHash} from "node:crypto";
import {basename} from "node:path";
import {UserError} from "../../error.js";

/** Replaces each `${NAME}` by that environment variable, so that no secret has to stand in workbench.json. */
export function withEnvironment(text: string, env: NodeJS.ProcessEnv = process.env): string {
  return text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = env[name];
    if (!value) throw new UserError(`environment variable not set: ${name}; workbench.json names it`);
    return value;
  });
}

/**
 * Returns an address as configured that is fit for a log: user, password and the values of the query are
 * replaced by …, and `${NAME}` stays as it is. Of a path only the last part remains: the history is published.
 */
export function redactedAddress(from: string): string {
  if (!isAddress(from)) return `…/${basename(from)}`;
  return from
    .replace(/^(https?:\/\/)[^/?#]*@/i, "$1…@")
    .replace(/#.*$/, "")
    .replace(/([?&][^=&]*)=[^&]*/g, "$1=…");
}

/** Tells an http(s) address from a path. */
export function isAddress(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

/** Returns a short hash of an address as configured. */
export function addressHash(from: string): string {
  return createHash("sha256").update(from).digest("hex").slice(0, 16);
}
