import {type CountyIndex, indexCounties} from "../analysis/geography/countyIndex.js";
import {type County, readCounties} from "../sources/reference/countyShapes.js";

let outlines: {counties: County[]; index: CountyIndex} | undefined;

/** Returns the counties of the map and their index; read once per process, since they never change. */
export function countyOutlines(): {counties: County[]; index: CountyIndex} {
  if (!outlines) {
    const counties = readCounties();
    outlines = {counties, index: indexCounties(counties)};
  }
  return outlines;
}
