import type {Parameters, Warehouse} from "../../warehouse/open.js";

/** An operator of a plan that was run. */
export interface Operator {
  name: string;
  /** What it works on: table, filter or condition. */
  detail: string;
  durationMs: number;
  /** Share of the time of all operators, 0 to 1. */
  share: number;
  rowCount: number;
  /** Rows that the optimizer expected; null where it said nothing. */
  estimatedRowCount: number | null;
  children: Operator[];
}

interface Node {
  operator_name?: string;
  operator_type?: string;
  operator_timing?: number;
  operator_cardinality?: number;
  extra_info?: Record<string, unknown>;
  children?: Node[];
}

const DETAILS = ["Table", "Function", "Conditions", "Filters", "Expression", "Groups", "Order By"];
const DETAIL_LENGTH = 70;

/** Runs the statement under EXPLAIN ANALYZE and returns its operators from the result down to the tables. */
export async function profile(warehouse: Warehouse, sql: string, parameters: Parameters): Promise<Operator> {
  const [row] = await warehouse.rows<{explain_value: string}>(
    `explain (analyze, format json) ${sql}`,
    parameters
  );
  const root = JSON.parse(row!.explain_value) as Node;
  const result = resultOf(root);
  const total = timeOf(result);
  return operatorOf(result, total);
}

/** The profile wraps the plan in nodes of its own. */
function resultOf(node: Node): Node {
  const [child] = node.children ?? [];
  return child && (node.operator_name === undefined || node.operator_type === "EXPLAIN_ANALYZE")
    ? resultOf(child)
    : node;
}

function timeOf({operator_timing = 0, children = []}: Node): number {
  return operator_timing + children.reduce((sum, child) => sum + timeOf(child), 0);
}

function operatorOf(node: Node, total: number): Operator {
  const {operator_timing = 0, operator_cardinality = 0, extra_info = {}, children = []} = node;
  const estimate = Number(extra_info["Estimated Cardinality"] ?? NaN);
  return {
    name: (node.operator_name ?? node.operator_type ?? "").trim(),
    detail: detailOf(extra_info),
    durationMs: operator_timing * 1000,
    share: total > 0 ? operator_timing / total : 0,
    rowCount: operator_cardinality,
    estimatedRowCount: Number.isFinite(estimate) ? estimate : null,
    children: children.map((child) => operatorOf(child, total))
  };
}

function detailOf(info: Record<string, unknown>): string {
  const text = DETAILS.flatMap((key) => (info[key] === undefined ? [] : [String(info[key])])).join("; ");
  const line = text.replace(/\s+/g, " ");
  return line.length > DETAIL_LENGTH ? `${line.slice(0, DETAIL_LENGTH)}…` : line;
}
