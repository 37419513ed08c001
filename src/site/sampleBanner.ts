import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

const BANNER = `<div class="sample-banner" role="note"><strong>Generated sample data.</strong> Every organization on
these pages is invented; no number here says anything about real services. Set WORKBENCH_SOURCES to the folder
of your source files to see the directory itself.</div>`;

/**
 * Returns what stands above each page: a banner if the warehouse was built from the generated sample, as the
 * snapshot of the build says; before there is one, if no sources are configured.
 */
export function sampleBanner(snapshots: string, sources: string | null): string {
  return faultsBanner() + bannerOf(snapshots, sources);
}

/** Where a preview tells what is wrong with its pages; see reports/components/previewFaults.ts. */
function faultsBanner(url = process.env.WORKBENCH_FAULTS): string {
  return url ? `<div class="preview-faults" role="alert" data-from="${url}" hidden></div>` : "";
}

function bannerOf(snapshots: string, sources: string | null): string {
  const path = join(snapshots, "build.json");
  if (!existsSync(path)) return sources === null ? BANNER : "";
  const [build] = JSON.parse(readFileSync(path, "utf8")) as {is_sample: boolean}[];
  return build?.is_sample ? BANNER : "";
}
