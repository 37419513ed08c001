/** A value of a node or an edge in an exported network. */
export type AttributeValue = string | number | boolean | null;

/** One attribute: its name, its kind, and a value for each node or edge. */
export interface Attribute {
  name: string;
  kind: "string" | "double" | "integer" | "boolean";
  values: AttributeValue[];
}

/** A network as it is exported. Every array of one kind has one entry for each node or each edge. */
export interface ExportedNetwork {
  description: string;
  nodes: {
    ids: string[];
    labels: string[];
    longitudes: Array<number | null>;
    latitudes: Array<number | null>;
    attributes: Attribute[];
  };
  edges: {
    ids: string[];
    sources: string[];
    targets: string[];
    weights: Array<number | null>;
    attributes: Attribute[];
  };
}

/** Escapes text for XML 1.0, leaving out what XML cannot hold even escaped. */
export function xmlText(value: AttributeValue): string {
  return String(value)
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
