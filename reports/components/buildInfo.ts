import {FileAttachment} from "observablehq:stdlib";

export interface BuildInfo {
  build_id: string;
  built_at: string;
  is_sample: boolean;
  engine_version: string;
  code_version: string | null;
}

let loading: Promise<BuildInfo> | undefined;

/** Returns the build of the warehouse that every page shows. */
export function buildInfo(): Promise<BuildInfo> {
  loading ??= FileAttachment("../data/build.json")
    .json<BuildInfo[]>()
    .then(([build]) => build!);
  return loading;
}
