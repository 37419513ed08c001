import {countyOfPoint} from "../analysis/geography/assignCounty.js";
import type {Warehouse} from "../warehouse/open.js";
import {readSqlFile} from "../warehouse/sqlFile.js";
import {countyOutlines} from "./countyOutlines.js";
import {readParameter} from "./readParameter.js";

/**
 * Fills analysis.organization_counties: the county that holds an organization's exact coordinates or lies
 * just beside them, else the county of its ZIP code's centre point, with the method; one row per organization.
 */
export async function assignCounties(warehouse: Warehouse): Promise<void> {
  const {index} = countyOutlines();
  const snapMiles = await readParameter(warehouse, "county_snap_miles");
  const points = await warehouse.columns(readSqlFile("sql/analysis/coverage/organization_points.sql").text);
  const ids = (points.organization_id ?? []) as string[];
  await warehouse.append("analysis.organization_counties", (appender) => {
    ids.forEach((id, i) => {
      const lon = points.longitude![i] as number | null;
      const county =
        lon === null ? null : countyOfPoint(index, [lon, points.latitude![i] as number], snapMiles);
      appender.appendVarchar(id);
      if (county === null) appender.appendNull();
      else appender.appendVarchar(county.fips);
      const isExact = points.is_exact![i] as boolean;
      appender.appendVarchar(county === null ? "none" : isExact ? county.method : "zip");
      if (isExact && county?.miles != null) appender.appendDouble(county.miles);
      else appender.appendNull();
      appender.endRow();
    });
  });
}
