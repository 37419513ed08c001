import {html} from "npm:htl";
import {toCsv} from "./csv.js";
import {type Directory, type Listing, loadDirectory} from "./directory.js";
import {type Details, DetailsReader} from "./directoryDetails.js";
import {DirectoryMap} from "./directoryMap.js";
import {explorerControls, type Term, type Values, valuesOf} from "./explorerControls.js";
import {formatCount} from "./formats.js";
import {MatchList} from "./matchList.js";
import {organizationPanel} from "./organizationPanel.js";
import {saveFile} from "./saveFile.js";
import {type DirectoryFilter, type Match, searchDirectory} from "./searchDirectory.js";
import {type SnapshotFile, snapshotRows} from "./snapshotRows.js";
import {setUrlParameters, urlParameter} from "./urlState.js";
import type {Atlas} from "./usAtlas.js";

export interface ExplorerFiles {
  index: SnapshotFile<Listing>;
  details: SnapshotFile<Details>;
  /** Terms of each listing, fetched when a filter first needs them. */
  terms: SnapshotFile<ListingTerms>;
  /** Centres of ZIP codes, fetched when a ZIP code is first given. */
  zips: SnapshotFile<ZipCenter>;
}

interface ListingTerms {
  terms: string;
}

interface ZipCenter {
  zip: string;
  city: string;
  state: string;
  latitude: number;
  longitude: number;
}

/**
 * Returns the directory explorer: filters, a map and a list of the same matches, and a panel for one of them. It
 * stands at once, and fills when the index of the directory has come.
 */
export function explorer(files: ExplorerFiles, termList: Term[], atlas: Atlas): HTMLElement {
  let directory: Directory = {listings: [], texts: []};
  let rowOf = new Map<string, number>();
  const lookups = new Lookups(files, termList);
  const reader = new DetailsReader(files.details);
  const list = new MatchList(pick);
  const map = new DirectoryMap(atlas, pick);
  const status = html`<p class="match-count" role="status">Loading the directory …</p>`;
  const dialog = html`<dialog
    class="organization-dialog"
    aria-label="Organization"
  ></dialog>` as HTMLDialogElement;
  const save = html`<button type="button" class="button">Download these as CSV</button>`;
  const form = explorerControls(termList, (values) => void refresh(values));
  let matches: Match[] = [];
  let latest = 0;
  save.onclick = () =>
    saveFile(
      "organizations.csv",
      toCsv(matches.map(({row}) => ({...directory.listings[row]!}))),
      "text/csv;charset=utf-8"
    );
  dialog.addEventListener("click", (event) => {
    const id = (event.target as HTMLElement).dataset.organization;
    const row = id === undefined ? undefined : rowOf.get(id);
    if (row === undefined) return;
    event.preventDefault();
    pick(row);
  });
  dialog.addEventListener("close", () => setUrlParameters({id: null}));
  addEventListener("popstate", () => void showPanel());
  load().catch(
    (error: Error) => (status.textContent = `The directory could not be loaded: ${error.message}`)
  );
  return html`<div class="explorer">
    ${form}
    <div class="explorer-bar">${status}${save}</div>
    <div class="explorer-views">${map.element}${list.element}</div>
    ${dialog}
  </div>`;

  async function load(): Promise<void> {
    directory = await loadDirectory(files.index);
    rowOf = new Map(directory.listings.map(({id}, row) => [id, row]));
    list.listings = map.listings = directory.listings;
    await refresh(valuesOf(form));
    await showPanel();
  }

  async function refresh(values: Values): Promise<void> {
    const started = performance.now();
    const turn = ++latest;
    if (directory.listings.length === 0) return;
    const filter = await lookups.filterOf(values);
    if (turn !== latest) return;
    matches = searchDirectory(directory, filter);
    list.show(matches);
    requestAnimationFrame(() => {
      map.show({matches, state: values.state, near: filter.near, selected: rowOf.get(urlParameter("id"))});
      status.textContent = statusText(directory, matches, map.missing, values, filter);
      status.dataset.ms = (performance.now() - started).toFixed(1);
    });
  }

  function pick(row: number): void {
    setUrlParameters({id: directory.listings[row]!.id}, {push: true});
    void showPanel();
  }

  async function showPanel(): Promise<void> {
    const id = urlParameter("id");
    if (!id) return dialog.close();
    const row = rowOf.get(id);
    if (row === undefined) return open("Organization not found", unknownOrganization(id));
    const details = await reader.row(row);
    open(details.name, organizationPanel(details));
  }

  function open(name: string, content: Node): void {
    const close = html`<button type="button" class="button">Close</button>`;
    close.onclick = () => dialog.close();
    dialog.replaceChildren(close, content);
    dialog.setAttribute("aria-label", name);
    dialog.scrollTop = 0;
    if (!dialog.open) dialog.showModal();
  }
}

/** Says of an address that was kept from an earlier build, or mistyped, that it leads nowhere. */
function unknownOrganization(id: string): HTMLElement {
  return html`<article class="organization">
    <h2>No such organization</h2>
    <p>
      This build lists no organization with the id <code>${id}</code>. It may have left the directory, or its
      source may have given it another id: look for its name or its place.
    </p>
  </article>`;
}

function statusText(
  {listings}: Directory,
  matches: Match[],
  missing: number,
  values: Values,
  filter: DirectoryFilter
): string {
  const found = `${formatCount(matches.length)} of ${formatCount(listings.length)} organizations`;
  if (values.zip.length === 5 && !filter.near)
    return `${found}; ZIP code ${values.zip} is not known, so no distance is measured`;
  return missing ? `${found}; ${formatCount(missing)} of them not on this map` : found;
}

/** What filters need beyond the index, fetched once when first needed. */
class Lookups {
  #terms: Promise<string[]> | undefined;
  #zips: Promise<Map<string, ZipCenter>> | undefined;

  constructor(
    private readonly files: ExplorerFiles,
    private readonly termList: Term[]
  ) {}

  async filterOf({
    q,
    state,
    type,
    level,
    certification,
    service,
    payment,
    serves,
    zip,
    miles
  }: Values): Promise<DirectoryFilter> {
    const names = [service, payment, serves].filter(Boolean);
    const wanted = names.map((name) => this.termList.find((term) => term.name === name)?.position ?? -1);
    const center = /^\d{5}$/.test(zip) ? (await this.#zipCenters()).get(zip) : undefined;
    return {
      q,
      state,
      type,
      level,
      certification,
      ...(wanted.length && {terms: {wanted, of: await this.#termsOfListings()}}),
      ...(center && {near: {latitude: center.latitude, longitude: center.longitude, miles: Number(miles)}})
    };
  }

  #termsOfListings(): Promise<string[]> {
    this.#terms ??= snapshotRows(this.files.terms).then((rows) => rows.map(({terms}) => terms));
    return this.#terms;
  }

  #zipCenters(): Promise<Map<string, ZipCenter>> {
    this.#zips ??= snapshotRows(this.files.zips).then((rows) => new Map(rows.map((row) => [row.zip, row])));
    return this.#zips;
  }
}
