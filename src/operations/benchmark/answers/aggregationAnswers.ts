import type {Directory} from "../directory.js";
import type {AnswerRow} from "../sameRows.js";
import {ascending, grouped} from "./order.js";

/** The answers of the class aggregation. */
export const aggregationAnswers = {
  state_and_type: ({organizations}: Directory): AnswerRow[] =>
    [...grouped(organizations, (d) => JSON.stringify([d.address_state, d.organization_type])).values()]
      .map((group) => ({
        state: group[0]!.address_state,
        type: group[0]!.organization_type,
        organizations: group.length,
        services: new Set(group.flatMap(({services}) => services)).size
      }))
      .sort((a, b) => ascending(a.state, b.state) || ascending(a.type, b.type))
      .map((d) => [d.state, d.type, d.organizations, d.services]),
  top_services: ({organizations}: Directory): AnswerRow[] => {
    const counts = new Map<string, number>();
    for (const {services} of organizations)
      for (const service of services) counts.set(service, (counts.get(service) ?? 0) + 1);
    return [...counts].sort(([a, m], [b, n]) => n - m || ascending(a, b)).slice(0, 20);
  },
  contact_by_state: ({organizations}: Directory): AnswerRow[] =>
    [...grouped(organizations, (d) => d.address_state)]
      .sort(([a], [b]) => ascending(a, b))
      .map(([state, group]) => [
        state,
        group.length,
        group.filter(({phone}) => phone !== null).length / group.length,
        group.filter(({website}) => website !== null).length / group.length
      ])
};
