import {createHash} from "node:crypto";

/** The namespace of names that are URLs (RFC 9562, 6.6). */
const URL_NAMESPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** The namespace of everything that this project names, so that an identifier never changes between exports. */
export const NAMESPACE = uuid5("urn:recovery-workbench:hsds", URL_NAMESPACE);

/** Returns the UUID that the name always has within the namespace (RFC 9562, version 5: SHA-1). */
export function uuid5(name: string, namespace = NAMESPACE): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
