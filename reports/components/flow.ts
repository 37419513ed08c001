import * as d3 from "npm:d3";
import {formatCount} from "./formats.js";

export interface FlowLink {
  from: string;
  to: string;
  value: number;
}

export interface FlowNode {
  name: string;
  label: string;
  color: string;
  /** 0 for the leftmost column. */
  column: number;
}

interface Placed extends FlowNode {
  value: number;
  x: number;
  y: number;
  height: number;
}

const NODE_WIDTH = 14;
/** Room for a label beside even the smallest node; half of it is kept free above the first and below the last. */
const GAP = 18;
/** A link of a few records among thousands still shows. */
const THINNEST = 1.5;

/**
 * Returns a flow diagram (Sankey): nodes in columns, links as bands whose height is their value. Nodes keep
 * the given order; each names its total.
 */
export function flow(nodes: FlowNode[], links: FlowLink[], {width = 900, height = 360} = {}): SVGSVGElement {
  const scale = heightScale(nodes, links, height);
  const placed = place(nodes, links, width, scale);
  const byName = new Map(placed.map((node) => [node.name, node]));
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  const svg = d3
    .create("svg:svg")
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("width", width)
    .attr("height", height);
  for (const link of links.filter(({value}) => value > 0)) {
    const [from, to] = [byName.get(link.from)!, byName.get(link.to)!];
    const band = Math.max(THINNEST, link.value * scale);
    const y0 = from.y + (right.get(link.from) ?? 0) + band / 2;
    const y1 = to.y + (left.get(link.to) ?? 0) + band / 2;
    right.set(link.from, (right.get(link.from) ?? 0) + band);
    left.set(link.to, (left.get(link.to) ?? 0) + band);
    svg
      .append("path")
      .attr("d", d3.linkHorizontal()({source: [from.x + NODE_WIDTH, y0], target: [to.x, y1]}))
      .attr("fill", "none")
      .attr("stroke", from.column === 0 ? to.color : from.color)
      .attr("stroke-opacity", 0.45)
      .attr("stroke-width", band)
      .append("title")
      .text(`${from.label} → ${to.label}: ${formatCount(link.value)}`);
  }
  const last = d3.max(nodes, ({column}) => column) ?? 0;
  for (const node of placed) drawNode(svg, node, node.column === last && last > 0);
  return svg.node() as SVGSVGElement;
}

function drawNode(svg: unknown, node: Placed, isLast: boolean): void {
  const parent = svg as d3.Selection<d3.BaseType, undefined, null, undefined>;
  parent
    .append("rect")
    .attr("x", node.x)
    .attr("y", node.y)
    .attr("width", NODE_WIDTH)
    .attr("height", node.height)
    .attr("fill", node.color);
  parent
    .append("text")
    .attr("x", isLast ? node.x - 6 : node.x + NODE_WIDTH + 6)
    .attr("y", node.y + node.height / 2)
    .attr("dy", "0.35em")
    .attr("text-anchor", isLast ? "end" : "start")
    .attr("font-size", 13)
    .attr("fill", "currentColor")
    .attr("stroke", "var(--theme-background)")
    .attr("stroke-width", 4)
    .attr("paint-order", "stroke")
    .text(`${node.label} ${formatCount(node.value)}`);
}

function totalOf(node: FlowNode, links: FlowLink[]): number {
  const sum = (key: "from" | "to") => d3.sum(links, (link) => (link[key] === node.name ? link.value : 0));
  return Math.max(sum("from"), sum("to"));
}

function heightScale(nodes: FlowNode[], links: FlowLink[], height: number): number {
  const columns = [...d3.group(nodes, ({column}) => column).values()];
  return Math.min(
    ...columns.map(
      (column) => (height - GAP * column.length) / d3.sum(column, (node) => totalOf(node, links))
    )
  );
}

function place(nodes: FlowNode[], links: FlowLink[], width: number, scale: number): Placed[] {
  const last = d3.max(nodes, ({column}) => column) ?? 1;
  const tops = new Map<number, number>();
  return nodes.map((node) => {
    const value = totalOf(node, links);
    const y = tops.get(node.column) ?? GAP / 2;
    const extent = Math.max(THINNEST, value * scale);
    tops.set(node.column, y + extent + GAP);
    return {...node, value, y, height: extent, x: (node.column / Math.max(1, last)) * (width - NODE_WIDTH)};
  });
}
