import {xmlText, type Attribute, type ExportedNetwork} from "./exportedNetwork.js";

const TYPES = {string: "string", double: "double", integer: "int", boolean: "boolean"};

/**
 * Writes a network as GraphML (http://graphml.graphdrawing.org), line by line: a key for each attribute, edges undirected
 * with their score as “weight”, which Gephi reads as the weight.
 */
export function* graphml({description, nodes, edges}: ExportedNetwork): Generator<string> {
  const nodeKeys: Attribute[] = [
    {name: "label", kind: "string", values: nodes.labels},
    ...nodes.attributes,
    {name: "longitude", kind: "double", values: nodes.longitudes},
    {name: "latitude", kind: "double", values: nodes.latitudes}
  ];
  const edgeKeys: Attribute[] = [
    {name: "weight", kind: "double", values: edges.weights},
    ...edges.attributes
  ];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield `<desc>${xmlText(description)}</desc>\n`;
  yield* keys("node", nodeKeys);
  yield* keys("edge", edgeKeys);
  yield '<graph id="network" edgedefault="undirected">\n';
  for (let i = 0; i < nodes.ids.length; i++)
    yield `<node id="${xmlText(nodes.ids[i]!)}">${data("node", nodeKeys, i)}</node>\n`;
  for (let i = 0; i < edges.ids.length; i++)
    yield `<edge id="${xmlText(edges.ids[i]!)}" source="${xmlText(edges.sources[i]!)}" target="${xmlText(edges.targets[i]!)}">${data("edge", edgeKeys, i)}</edge>\n`;
  yield "</graph>\n</graphml>\n";
}

function* keys(owner: "node" | "edge", attributes: Attribute[]): Generator<string> {
  for (const {name, kind} of attributes)
    yield `<key id="${owner}_${name}" for="${owner}" attr.name="${name}" attr.type="${TYPES[kind]}"/>\n`;
}

function data(owner: "node" | "edge", attributes: Attribute[], i: number): string {
  return attributes
    .filter((attribute) => attribute.values[i] !== null)
    .map(({name, values}) => `<data key="${owner}_${name}">${xmlText(values[i]!)}</data>`)
    .join("");
}
