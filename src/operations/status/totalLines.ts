import type {Status} from "./readStatus.js";

/** Says in lines what became of the records of each file and what the checks found. */
export function totalLines({
  isSample,
  files,
  checks
}: Pick<Status, "isSample" | "files" | "checks">): string[] {
  return [
    ...(isSample ? ["the data is the generated sample, not the directory"] : []),
    "",
    ...files.map(
      ({file, source, read, loaded, merged, quarantined}) =>
        `  ${file}  ${source}: ${read} read = ${loaded} loaded + ${merged} merged + ${quarantined} quarantined`
    ),
    "",
    ...checks.map(
      ({severity, passed, failed}) => `  ${severity} checks: ${passed} passed, ${failed} found something`
    ),
    ""
  ];
}
