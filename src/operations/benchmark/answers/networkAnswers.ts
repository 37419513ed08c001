import type {Directory, Relationship} from "../directory.js";
import type {AnswerRow} from "../sameRows.js";
import {ascending} from "./order.js";

/** Score above which the plan calls a relationship strong. */
const STRONG = 0.7;

function strongest(relationships: Relationship[], limit: number): Relationship[] {
  return relationships
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || ascending(a.id, b.id))
    .slice(0, limit);
}

/** The answers of the class network. */
export const networkAnswers = {
  strongest_relationships: ({relationships, byId}: Directory): AnswerRow[] =>
    strongest(
      relationships.filter(({score}) => score !== null && score > STRONG),
      50
    ).map((d) => [d.id, byId.get(d.org1_id)!.name, byId.get(d.org2_id)!.name, d.score]),
  relationships_of_organization: ({relationships, byId}: Directory, {id}: {id?: unknown}): AnswerRow[] =>
    strongest(
      relationships.filter((d) => d.score !== null && (d.org1_id === id || d.org2_id === id)),
      20
    ).map((d) => [d.id, byId.get(d.org1_id === id ? d.org2_id : d.org1_id)!.name, d.score])
};
