import type {Directory} from "../directory.js";
import type {AnswerRow} from "../sameRows.js";
import {ascending, byName, grouped} from "./order.js";

type Wanted = {state?: unknown; service?: unknown; other?: unknown};

function offering({organizations}: Pick<Directory, "organizations">, service: unknown) {
  return organizations.filter(({services}) => services.includes(service as string));
}

function within({organizations}: Directory, state: unknown) {
  return {organizations: organizations.filter((d) => d.address_state === state)};
}

/** The answers of the class service. */
export const serviceAnswers = {
  service_in_state: (directory: Directory, {state, service}: Wanted): AnswerRow[] =>
    offering(within(directory, state), service)
      .sort(byName)
      .slice(0, 100)
      .map((d) => [d.id, d.name, d.address_city, d.phone]),
  service_count: (directory: Directory, {service}: Wanted): AnswerRow[] => [
    [offering(directory, service).length]
  ],
  services_together: (directory: Directory, {state, service, other}: Wanted): AnswerRow[] =>
    offering(within(directory, state), service)
      .filter(({services}) => services.includes(other as string))
      .sort(byName)
      .slice(0, 100)
      .map((d) => [d.id, d.name, d.address_city, d.phone]),
  service_by_state: (directory: Directory, {service}: Wanted): AnswerRow[] =>
    [...grouped(offering(directory, service), (d) => d.address_state)]
      .sort(([a], [b]) => ascending(a, b))
      .map(([state, providers]) => [state, providers.length])
};
