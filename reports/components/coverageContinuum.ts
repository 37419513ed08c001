import * as d3 from "npm:d3";
import type {CoverageRow} from "./coverageMeasures.js";

/** A county and the steps of care that nobody gives there. */
export interface CountyGaps {
  area: string;
  name: string;
  state: string;
  point_people: number;
  missing_count: number;
  missing_steps: string;
  farthest_step: string;
  farthest_step_miles: number | null;
}

/**
 * Returns the counties that lack a step, those that lack most first; names are of the steps by kind of help, in
 * their order. A step is not missing where too many of the state’s sites of it have no place.
 */
export function countiesWithoutSteps(rows: CoverageRow[], names: Map<string, string>): CountyGaps[] {
  const counties = d3.group(
    rows.filter((row) => row.level === "county" && names.has(row.kind) && (row.point_people ?? 0) > 0),
    (row) => row.area
  );
  const gaps = [...counties.values()].map(gapsOf).filter((county) => county.missing_count > 0);
  return d3.sort(
    gaps,
    (county) => -county.missing_count,
    (county) => -(county.farthest_step_miles ?? 0)
  );

  function gapsOf(steps: CoverageRow[]): CountyGaps {
    const {area, name, state, point_people} = steps[0]!;
    const missing = new Set(
      steps.filter((row) => !row.sites && row.is_distance_known).map((row) => row.kind)
    );
    const farthest = d3.greatest(steps, (row) => row.nearest_miles ?? -1)!;
    return {
      area,
      name: name ?? area,
      state: state ?? "",
      point_people: point_people ?? 0,
      missing_count: missing.size,
      missing_steps: [...names]
        .filter(([kind]) => missing.has(kind))
        .map(([, label]) => label)
        .join(", "),
      farthest_step: names.get(farthest.kind) ?? farthest.kind,
      farthest_step_miles: farthest.nearest_miles
    };
  }
}
