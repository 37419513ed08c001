import {xmlText, type Attribute, type ExportedNetwork} from "./exportedNetwork.js";

// Gephi draws in its own units; a degree of latitude becomes this many.
const SCALE = 100;

/**
 * Writes a network as GEXF 1.3 (https://gexf.net), line by line: attributes declared, edges undirected with their score
 * as weight, nodes where they lie on the Earth (Mercator).
 */
export function* gexf({description, nodes, edges}: ExportedNetwork): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield `<meta><creator>Recovery Workbench</creator><description>${xmlText(description)}</description></meta>\n`;
  yield '<graph mode="static" defaultedgetype="undirected">\n';
  yield* declarations("node", nodes.attributes);
  yield* declarations("edge", edges.attributes);
  yield "<nodes>\n";
  for (let i = 0; i < nodes.ids.length; i++) {
    const position = viz(nodes.longitudes[i]!, nodes.latitudes[i]!);
    yield `<node id="${xmlText(nodes.ids[i]!)}" label="${xmlText(nodes.labels[i]!)}">${values(nodes.attributes, i)}${position}</node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  for (let i = 0; i < edges.ids.length; i++) {
    const weight = edges.weights[i] === null ? "" : ` weight="${edges.weights[i]}"`;
    yield `<edge id="${xmlText(edges.ids[i]!)}" source="${xmlText(edges.sources[i]!)}" target="${xmlText(edges.targets[i]!)}"${weight}>${values(edges.attributes, i)}</edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function* declarations(owner: "node" | "edge", attributes: Attribute[]): Generator<string> {
  yield `<attributes class="${owner}" mode="static">\n`;
  for (const {name, kind} of attributes) yield `<attribute id="${name}" title="${name}" type="${kind}"/>\n`;
  yield "</attributes>\n";
}

function values(attributes: Attribute[], i: number): string {
  const known = attributes.filter((attribute) => attribute.values[i] !== null);
  const list = known.map(({name, values: all}) => `<attvalue for="${name}" value="${xmlText(all[i]!)}"/>`);
  return `<attvalues>${list.join("")}</attvalues>`;
}

function viz(longitude: number | null, latitude: number | null): string {
  if (longitude === null || latitude === null) return "";
  const y = (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) * 180) / Math.PI;
  return `<viz:position x="${(longitude * SCALE).toFixed(2)}" y="${(y * SCALE).toFixed(2)}" z="0"/>`;
}
