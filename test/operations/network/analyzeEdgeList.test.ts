import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, it} from "vitest";
import {analyzeEdgeList} from "../../../src/operations/network/analyzeEdgeList.js";
import {readEdgeList} from "../../../src/operations/network/readEdgeList.js";

const folder = mkdtempSync(join(tmpdir(), "workbench-edges-"));
afterAll(() => rmSync(folder, {recursive: true}));

function analyze(edges: string, {nodes, output}: {nodes?: string; output?: string} = {}) {
  const [edgeFile, nodeFile] = [join(folder, "edges.csv"), join(folder, "nodes.csv")];
  writeFileSync(edgeFile, edges);
  if (nodes !== undefined) writeFileSync(nodeFile, nodes);
  return analyzeEdgeList(readEdgeList(edgeFile, nodes === undefined ? undefined : nodeFile), {output});
}

it("nodes may have any names, repeat, and lack edges", () => {
  const output = join(folder, "out.csv");
  const result = analyze('source,target\n"A, Inc.",b\nb,c 1\nc 1,"A, Inc."\nb,"A, Inc."\n', {
    nodes: "id,label\nb,x\nlonely,y\n",
    output
  });
  expect(result).toMatchObject({
    nodes: 4,
    edges: 3,
    parallel_edges: 1,
    loops: 0,
    components: 2,
    communities: 2
  });
  expect(
    readFileSync(output, "utf8")
      .split("\n")
      .map((row) => row.split(/,(?=\d)/)[0])
  ).toEqual([
    "id,community,component,degree,strength,page_rank,core_number",
    "b",
    "lonely",
    '"A, Inc."',
    "c 1",
    ""
  ]);
});

it("loops count once inside and twice in strength", () => {
  // Communities {1, 2} and {3}: inside (2·1 + 2·1) of 4, strengths 2 and 2 of 4.
  const {modularity, loops, edges} = analyze("1 2\n3 3\n");
  expect({modularity, loops, edges}).toEqual({modularity: 1 - 2 * (2 / 4) ** 2, loops: 1, edges: 1});
});

it("weights decide, whatever separates the cells and whether or not there is a header", () => {
  // Two pairs of weight 5 joined by a tie of weight 1: 10/11 inside, halves of the strength.
  const expected = 10 / 11 - 1 / 2;
  for (const text of [
    "source,target,weight\na,b,5\nc,d,5\nb,c,1\n",
    "# made by hand\na\tb\t5\nc\td\t5\nb\tc\t1\n",
    "from;to;note;value\na;b;x;2.5\nb;a;x;2.5\nc;d;x;5\nb;c;x;1\n"
  ])
    expect(analyze(text).modularity, text).toBeCloseTo(expected, 12);
});

it("says which weight is not one, and that a file is missing", () => {
  expect(() => analyze("source,target,weight\na,b,1\nb,c,-2\n")).toThrow("not a weight: -2, of edge 2");
  expect(() => analyze("source,target,weight\na,b,\n")).toThrow("not a weight: nothing, of edge 1");
  expect(() => readEdgeList(join(folder, "none.csv"))).toThrow("file not found");
});
