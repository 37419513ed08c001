import {html} from "npm:htl";
import type {FileHandle} from "observablehq:stdlib";
import {toCsv} from "./csv.js";
import {dataTable} from "./dataTable.js";
import {formatCount, formatDecimal} from "./formats.js";
import {notebookChart} from "./notebookChart.js";
import {reportPage} from "./reportPage.js";
import {saveFile} from "./saveFile.js";
import {type CatalogEntry, type Result, SnapshotDatabase, tableName} from "./snapshotDatabase.js";
import {setUrlParameters, urlParameter} from "./urlState.js";

/** Returns the notebook: a query over all snapshots, their columns beside it, and its result as table and chart. */
export function notebook(catalog: CatalogEntry[], catalogFile: FileHandle, example: string): HTMLElement {
  const editor = html`<textarea
    name="sql"
    rows="8"
    spellcheck="false"
    aria-label="SQL"
  ></textarea>` as HTMLTextAreaElement;
  const run = html`<button type="button" class="button">Run (Ctrl + Enter)</button>` as HTMLButtonElement;
  const status = html`<p class="notebook-status" role="status"></p>`;
  const output = html`<div class="notebook-output"></div>`;
  const database = new SnapshotDatabase(catalog, catalogFile, (text) => (status.textContent = `${text} …`));
  let latest = 0;
  editor.value = urlParameter("sql", example);
  run.onclick = () => void execute();
  editor.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void execute();
  };
  addEventListener("popstate", () => {
    editor.value = urlParameter("sql", example);
    // What is shown is always the result of what is written.
    if (urlParameter("sql")) void execute();
    else clear();
  });
  if (urlParameter("sql")) void execute();
  return html`<div class="notebook">
    <div class="notebook-main">
      <label class="field">Query${editor}</label>
      <div class="notebook-actions">${run}${copyButton(() => reportPage(editor.value, catalog))}</div>
      ${status}${output}
    </div>
    ${schema(catalog, (text) => editor.setRangeText(text, editor.selectionStart, editor.selectionEnd, "end"))}
  </div>`;

  function clear(): void {
    latest++;
    run.disabled = false;
    status.textContent = "";
    output.replaceChildren();
  }

  async function execute(): Promise<void> {
    const turn = ++latest;
    run.disabled = true;
    setUrlParameters({sql: editor.value}, {push: true});
    try {
      const result = await database.query(editor.value);
      if (turn !== latest) return;
      status.textContent = `${formatCount(result.rows.length)} rows in ${formatDecimal(result.ms)} ms`;
      output.replaceChildren(resultView(result));
    } catch (error) {
      if (turn !== latest) return;
      status.textContent = "";
      output.replaceChildren(
        html`<pre class="notebook-error" role="alert" tabindex="0">${(error as Error).message}</pre>`
      );
    } finally {
      if (turn === latest) run.disabled = false;
    }
  }
}

function resultView({rows, columns}: Result): HTMLElement {
  const save = html`<button type="button" class="button">Download as CSV</button>`;
  save.onclick = () => saveFile("result.csv", toCsv(rows, columns), "text/csv;charset=utf-8");
  return html`<div>
    ${rows.length > 1 ? notebookChart(rows, columns) : null}
    ${dataTable(rows, {caption: "Result", columns, step: 50, maxHeight: 480})}${save}
  </div>`;
}

function copyButton(text: () => string): HTMLElement {
  const button = html`<button type="button" class="button">Copy as a report page</button>`;
  button.onclick = async () => {
    await navigator.clipboard.writeText(text());
    button.textContent = "Copied: save it in reports/";
    setTimeout(() => (button.textContent = "Copy as a report page"), 4000);
  };
  return button;
}

function schema(catalog: CatalogEntry[], insert: (text: string) => void): HTMLElement {
  const tables = catalog.map(({fileName, title, grain, columns}) => {
    const name = tableName(fileName);
    const pick = html`<button type="button" class="button">insert</button>`;
    pick.onclick = () => insert(name);
    return html`<details>
      <summary><code>${name}</code></summary>
      <p class="quiet">${title}; ${grain}. ${pick}</p>
      <ul>
        ${columns.map((column) => html`<li><code>${column.name}</code> <span class="quiet">${column.type.toLowerCase()}</span></li>`)}
      </ul>
    </details>`;
  });
  return html`<div class="notebook-schema" role="region" aria-label="Tables" tabindex="0">
    <h2>Tables</h2>
    ${tables}
  </div>`;
}
