import {warehousePath} from "../../config.js";
import {UserError} from "../../error.js";
import {analyzeEdgeList} from "../../operations/network/analyzeEdgeList.js";
import {exportNetwork, NETWORK_FORMATS, type NetworkFormat} from "../../operations/network/exportNetwork.js";
import {readEdgeList} from "../../operations/network/readEdgeList.js";
import {summarizeNetwork} from "../../operations/network/summarizeNetwork.js";
import {Warehouse} from "../../warehouse/open.js";
import type {Command, Invocation} from "../command.js";

export const command: Command = {
  summary: "Tell about the network of possible referrals, or export it for Gephi and other tools.",
  usage: [
    "network [--json]",
    "network gexf|graphml FILE [--state ST] [--type TYPE] [--minimum-score S]",
    "network parquet FOLDER [--state ST] [--type TYPE] [--minimum-score S]",
    "network communities EDGES [--nodes FILE] [--output FILE] [--seed N] [--json]"
  ],
  details:
    "Ties are possibilities inferred from the directory, not referrals that took place. Observed referrals, where\n" +
    "referrals.csv in the source folder gives them, are exported as edges of type observed_referral.\n" +
    "communities finds the communities of any network: EDGES is a file with two columns of ends and, if it has one, a\n" +
    "column of weights; ids may be any text. --nodes adds nodes without edges; --output writes a row per node.",
  options: {
    state: {type: "string", description: "only ties with an end in this state, such as MA"},
    type: {type: "string", description: "only ties of this relationship type, such as detox_to_residential"},
    "minimum-score": {type: "string", description: "only ties of at least this score, 0 to 1"},
    "without-observed": {type: "boolean", description: "leave out referrals that took place"},
    nodes: {
      type: "string",
      description: "communities: a file of nodes, whose ids are in its column id or its first"
    },
    output: {
      type: "string",
      description: "communities: the CSV file to write, with the community and measures of every node"
    },
    seed: {type: "string", description: "communities: another run of the search"},
    json: {type: "boolean", description: "print one JSON object"}
  },
  positionals: 2,
  async run(invocation) {
    const [format, to] = invocation.positionals;
    if (format === "communities") return findCommunities(invocation, to);
    if (format !== undefined && !NETWORK_FORMATS.some((known) => known === format))
      throw new UserError(
        `unknown format: ${format}; choose one of ${NETWORK_FORMATS.join(", ")} or communities`,
        {
          exitCode: 2
        }
      );
    if (format !== undefined && to === undefined)
      throw new UserError(`where to? name the ${format === "parquet" ? "folder" : "file"}`, {exitCode: 2});
    const warehouse = await Warehouse.open(warehousePath(invocation.config), {readOnly: true});
    try {
      if (format === undefined) await summarize(warehouse, invocation);
      else await write(warehouse, invocation, {format: format as NetworkFormat, to: to!});
    } finally {
      warehouse.close();
    }
  }
};

async function findCommunities({values, output}: Invocation, edgeFile?: string): Promise<void> {
  if (edgeFile === undefined) throw new UserError("communities of what? name a file of edges", {exitCode: 2});
  const seed = Number(values.seed ?? 1);
  if (!Number.isInteger(seed))
    throw new UserError(`not a seed: ${String(values.seed)}; give a whole number`, {exitCode: 2});
  const edges = readEdgeList(edgeFile, values.nodes as string | undefined);
  const result = analyzeEdgeList(edges, {output: values.output as string | undefined, seed});
  if (values.json) return output.json(result);
  for (const [name, value] of Object.entries(result))
    output.line(
      `  ${name.replaceAll("_", " ").padEnd(16)} ${Number.isInteger(value) ? value : value.toFixed(5)}`
    );
}

async function write(
  warehouse: Warehouse,
  {values, output}: Invocation,
  target: {format: NetworkFormat; to: string}
): Promise<void> {
  const minimumScore = Number(values["minimum-score"] ?? 0);
  if (!(minimumScore >= 0 && minimumScore <= 1))
    throw new UserError(`not a score: ${String(values["minimum-score"])}; give a number from 0 to 1`, {
      exitCode: 2
    });
  output.progress(`exporting ${target.format}`);
  const written = await exportNetwork(warehouse, target, {
    state: (values.state as string | undefined)?.toUpperCase(),
    type: values.type as string | undefined,
    minimumScore,
    withObserved: !values["without-observed"]
  });
  output.done();
  if (values.json) output.json(written);
  else output.line(`${written.files.join(", ")}: ${written.nodeCount} nodes, ${written.edgeCount} edges`);
}

async function summarize(warehouse: Warehouse, {values, output}: Invocation): Promise<void> {
  const {measures, brokers, types} = await summarizeNetwork(warehouse);
  if (values.json) return output.json({measures, brokers, types});
  output.line("Possible referrals inferred from the directory, not referrals that took place.");
  output.line();
  for (const {measure, observed} of measures)
    output.line(
      `  ${measure.replaceAll("_", " ").padEnd(22)} ${Number.isInteger(observed) ? observed : Number(observed.toPrecision(5))}`
    );
  output.line();
  for (const {relationship_type: type, tie_count: count} of types)
    output.line(`  ${type.padEnd(36)} ${count} ties`);
  output.line();
  output.line("Leading brokers (pairs of places whose shortest paths run through them)");
  for (const {name, city, state, betweenness} of brokers)
    output.line(`  ${Math.round(betweenness)}  ${name}${city ? `, ${city}` : ""}${state ? ` ${state}` : ""}`);
}
