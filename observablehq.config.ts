import {readConfig, warehousePath} from "./src/config.js";
import {dropStaleSnapshots} from "./src/site/dropStaleSnapshots.js";
import {navigation} from "./src/site/navigation.js";
import {useOfflineNpm} from "./src/site/offlineNpm.js";
import {markPendingCells} from "./src/site/pendingCells.js";
import {sampleBanner} from "./src/site/sampleBanner.js";
import {sitePaths, snapshotFolder} from "./src/site/sitePaths.js";
import {STATE_TEMPLATE, statePages} from "./src/site/statePages.js";
import {snapshotList} from "./src/snapshots/snapshotList.js";

const paths = sitePaths();
const settings = readConfig();
const snapshots = snapshotFolder(paths);

useOfflineNpm({
  reports: paths.reports,
  replace: {
    "@duckdb/duckdb-wasm": "src/site/browser/duckdbWasm.ts",
    "d3-dsv": "src/site/browser/delimitedText.ts"
  },
  inline: {d3: /^(d3-.+|internmap|delaunator|robust-predicates)$/},
  empty: ["@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm"]
});
dropStaleSnapshots(snapshots, warehousePath(settings));

const config = {
  root: paths.reports,
  output: paths.output,
  title: "Recovery Workbench",
  style: "style.css",
  globalStylesheets: [],
  pages: navigation(paths.reports),
  // Snapshots have an address that stays the same from build to build, besides the hashed ones that pages use.
  dynamicPaths: [STATE_TEMPLATE, ...snapshotList().map(({fileName}) => `/data/${fileName}`)],
  pager: false,
  // Plain static hosts find “quality.html”, not “quality”.
  preserveExtension: true,
  header: sampleBanner(snapshots, settings.sources),
  footer: "",
  search: {
    async *index() {
      yield* statePages();
    }
  },
  head: '<script type="module" src="/components/shell.js"></script>',
  markdownIt: markPendingCells,
  interpreters: {
    ".sql": ["node", "src/cli/emit.js"],
    ".ts": ["node", "--import", "tsx"]
  },
  duckdb: {extensions: {json: null, parquet: null}}
};

export default config;
