import {FACTORS, type ContinuumModel, type Factor} from "../../analysis/referrals/continuumScorer.js";
import type {TieOptions} from "../../analysis/referrals/findTies.js";
import {handoffTable, type HandoffTable} from "../../analysis/referrals/handoffTable.js";
import type {PlanModel} from "../../analysis/referrals/planScorer.js";
import type {Warehouse} from "../../warehouse/open.js";
import {readSqlFile} from "../../warehouse/sqlFile.js";
import {readParameter} from "../readParameter.js";

/** Both ways to score and how ties are chosen, as meta.parameters and reference.referral_handoffs have them. */
export interface Models {
  continuum: ContinuumModel;
  plan: PlanModel;
  ties: TieOptions;
  planMinimumScore: number;
  /** Relationship type of each handoff, by its number in the handoff table. */
  handoffTypes: string[];
}

const PLAN_FACTORS = ["state", "city", "services", "kind", "certification"] as const;

export async function readModels(warehouse: Warehouse): Promise<Models> {
  const parameter = (name: string) => readParameter(warehouse, `referral_${name}`);
  const weights = async <Name extends string>(names: readonly Name[], prefix: string) => {
    const values = await Promise.all(names.map((name) => parameter(`${prefix}_${name}`)));
    return Object.fromEntries(names.map((name, i) => [name, values[i]!])) as Record<Name, number>;
  };
  const {handoffs, handoffTypes} = await readHandoffs(warehouse);
  return {
    continuum: {
      weights: await weights<Factor>(FACTORS, "weight"),
      decayKm: await parameter("decay_km"),
      handoffs
    },
    plan: {weights: await weights(PLAN_FACTORS, "plan_weight"), handoffs},
    ties: {
      radiusKm: await parameter("radius_km"),
      mostWithin: await parameter("most_within"),
      nearestCount: await parameter("nearest_count"),
      nearestKm: await parameter("nearest_km"),
      minimumScore: Math.round(1000 * (await parameter("minimum_score"))),
      perPlace: await parameter("ties_per_place")
    },
    // The plan keeps what lies above its threshold.
    planMinimumScore: Math.round(1000 * (await parameter("plan_minimum_score"))) + 1,
    handoffTypes
  };
}

async function readHandoffs(warehouse: Warehouse): Promise<{handoffs: HandoffTable; handoffTypes: string[]}> {
  const [steps] = await warehouse.rows<{n: number}>(
    "select count(*)::integer as n from reference.continuum_steps"
  );
  const rows = await warehouse.rows<{
    from_step: number;
    to_step: number;
    value: number;
    relationship_type: string;
  }>(readSqlFile("sql/analysis/networks/handoffs.sql").text);
  return {
    handoffs: handoffTable(
      steps!.n,
      rows.map(({from_step, to_step, value}) => ({from: from_step, to: to_step, value}))
    ),
    handoffTypes: rows.map(({relationship_type}) => relationship_type)
  };
}
