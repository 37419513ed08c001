import {html} from "npm:htl";
import {type FileHandle, resize} from "observablehq:stdlib";
import {buildInfo} from "./buildInfo.js";
import {type ColumnOf, type Row, toCsv} from "./csv.js";
import {type Column, dataTable} from "./dataTable.js";
import {formatDay} from "./formats.js";
import {mainPicture, type PictureWords, svgPng, svgText} from "./pictures.js";
import {fileNameOf, saveFile} from "./saveFile.js";

export interface FigureOptions<T extends object = Row> {
  title: string;
  /** What its files are called, where the title changes with the data. */
  name?: string;
  /** What a length, colour or number stands for, such as “organizations”. */
  unit: string;
  /** What it is a share of or measured against, such as “100,000 residents (2020 Census)”. */
  denominator?: string;
  /** Who published the underlying records. */
  source: string;
  /** The rows behind the picture: shown as a table below it, and offered as CSV. */
  data?: T[];
  columns?: (Column<T> | ColumnOf<T>)[];
  /** The snapshot’s file and its SELECT: FileAttachment(…) of the snapshot, and of its name with “.sql” added. */
  snapshot?: FileHandle;
  sql?: FileHandle;
  /** The method’s page or paragraph. */
  method?: {label: string; href: string};
  /** Height in pixels kept free until the picture is drawn. */
  height?: number;
}

type Content = Node | ((width: number) => Node);

/**
 * Returns a figure: title, unit and denominator, the picture, its source and build date, its SQL, its data as
 * CSV, Parquet, PNG and SVG, and a table of the same numbers. Give a function of the width for a picture that
 * follows the window’s size.
 */
export function figure<T extends object = Row>(content: Content, options: FigureOptions<T>): HTMLElement {
  const {title, data, columns, height} = options;
  const body = html`<div class="figure-body"></div>`;
  if (height) body.style.minHeight = `${height}px`;
  body.append(typeof content === "function" ? resize((width) => draw(width)) : draw(0));
  return html`<figure class="figure">
    <figcaption>
      <h3 class="figure-title">${title}</h3>
      <p class="figure-measure">${measureOf(options)}</p>
    </figcaption>
    ${body} ${data ? tableBelow(title, data, columns) : null} ${foot(body, options)}
  </figure>`;

  function draw(width: number): Node {
    body.style.minHeight = "";
    return labelled(typeof content === "function" ? content(width) : content, options);
  }
}

function measureOf({unit, denominator}: Pick<FigureOptions, "unit" | "denominator">): string {
  return denominator ? `${unit}, of ${denominator}` : unit;
}

/** Names the picture for screen readers, which then pass over its parts. */
function labelled(content: Node, {title, unit}: Pick<FigureOptions, "title" | "unit">): Node {
  const inside = content instanceof Element ? [...content.querySelectorAll("svg")] : [];
  const pictures = content instanceof SVGSVGElement ? [content] : inside;
  for (const svg of pictures.filter((picture) => !picture.closest("[aria-hidden]"))) {
    for (const group of svg.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
    if (svg.hasAttribute("role") || svg.querySelector("[tabindex]")) continue;
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${title}, ${unit}`);
  }
  return content;
}

function tableBelow<T extends object>(
  title: string,
  data: T[],
  columns?: (Column<T> | ColumnOf<T>)[]
): HTMLElement {
  const details = html`<details class="figure-table"><summary>Table of these numbers</summary></details>`;
  details.addEventListener(
    "toggle",
    () => details.append(dataTable(data, {caption: title, maxHeight: 480, ...(columns && {columns})})),
    {once: true}
  );
  return details;
}

function foot<T extends object>(body: HTMLElement, options: FigureOptions<T>): HTMLElement {
  const {source, method} = options;
  const built = html`<span>Build of …</span>`;
  void buildInfo().then((build) => (built.textContent = `Build of ${formatDay(build.built_at)}`));
  return html`<div class="figure-foot">
    <span>Source: ${source}</span>${built} ${method ? html`<a href=${method.href}>${method.label}</a>` : null}
    <span class="figure-actions">${actions(body, options)}</span>
  </div>`;
}

function actions<T extends object>(body: HTMLElement, options: FigureOptions<T>): Node[] {
  const {title, data, columns, snapshot, sql} = options;
  const name = fileNameOf(options.name ?? title);
  const picture = () => mainPicture(body);
  const keys = columns?.map((column) => (typeof column === "string" ? column : column.key));
  const links: (Node | false | undefined)[] = [
    sql && html`<a href=${sql.href} target="_blank">SQL</a>`,
    data && button("CSV", title, () => saveFile(`${name}.csv`, toCsv(data, keys), "text/csv;charset=utf-8")),
    snapshot &&
      html`<a href=${snapshot.href} download>${snapshot.name.endsWith(".json") ? "JSON" : "Parquet"}</a>`,
    button("SVG", title, async () => {
      const svg = picture();
      if (svg) saveFile(`${name}.svg`, svgText(svg, await wordsOf(body, options)), "image/svg+xml");
    }),
    button("PNG", title, async () => {
      const svg = picture();
      if (svg) saveFile(`${name}.png`, await svgPng(svg, await wordsOf(body, options)));
    })
  ];
  return links.filter((link): link is Node => Boolean(link));
}

/** What a picture without its page must still say, whether its data is invented included. */
async function wordsOf(
  body: HTMLElement,
  options: Pick<FigureOptions, "title" | "unit" | "denominator" | "source">
): Promise<PictureWords> {
  const build = await buildInfo();
  const invented = build.is_sample ? "Generated sample data: nothing here is real. " : "";
  return {
    title: options.title,
    measure: measureOf(options),
    source: `${invented}Source: ${options.source}. Build of ${formatDay(build.built_at)}`,
    legend: Array.from(body.querySelectorAll<HTMLElement>(".legend li"), (item) => ({
      label: item.textContent?.trim() ?? "",
      color: getComputedStyle(item.querySelector(".swatch") ?? item).backgroundColor
    }))
  };
}

function button(label: string, title: string, onPress: () => void): HTMLElement {
  const element = html`<button type="button" aria-label=${`Save “${title}” as ${label}`}>${label}</button>`;
  element.onclick = onPress;
  return element;
}
