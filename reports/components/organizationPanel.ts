import {html} from "npm:htl";
import type {Row} from "./csv.js";
import {dataTable} from "./dataTable.js";
import type {Details} from "./directoryDetails.js";
import {formatCount, formatDay} from "./formats.js";
import {typeName} from "./palette.js";
import {sourceName} from "./sourceNames.js";
import {relations} from "./organizationRelations.js";
import {stateName} from "./stateCodes.js";

type Content = string | Node | null;

/** Returns everything that the directory knows of one organization, and how it came to know it. */
export function organizationPanel(details: Details): HTMLElement {
  const text = (field: keyof Details) =>
    details[field] == null || details[field] === "" ? null : String(details[field]);
  return html`<article class="organization">
    <h2>${details.name}</h2>
    <p class="quiet">
      ${[typeName(details.organization_type), text("level_of_care"), certification(text)].filter(Boolean).join(" · ")}
    </p>
    ${details.is_synthetic ? html`<p class="sample-banner">Its source declares this record part of a demonstration data set: it describes no real place.</p>` : null}
    ${facts([
      ["Address", address(text)],
      ["Telephone", telephone(text)],
      ["E-mail", link(text("email"), (email) => `mailto:${email}`)],
      ["Website", link(text("website"), (website) => website)],
      ["Also known as", text("alternate_names")],
      ["Operator", text("operator")],
      ["Reach", text("scope") === "local" ? null : text("scope")],
      ["Beds", beds(details)],
      ["Services", terms(text("services"))],
      ["Payment", terms(text("payers"))],
      ["Serves", terms(text("populations"))],
      ["Languages", terms(text("languages"))],
      ["Certifications", terms(text("certifications"))],
      ["Funding", terms(text("funding_sources"))]
    ])}
    ${relations(details)}
    <h3>Where this comes from</h3>
    ${facts([
      ["Source", `${text("data_source")} (${sourceName(details.source)})`],
      [
        "File",
        `${text("source_file")}, record ${formatCount(details.record_position)}${text("record_line") ? `, line ${formatCount(details.record_line)}` : ""}`
      ],
      [
        "Extracted",
        details.extraction_date
          ? formatDay(details.extraction_date)
          : "the source gives no date that can be read"
      ],
      ["Id", html`<code>${details.id}</code>`],
      ["SHA-256 of the record", html`<code>${text("record_sha256")}</code>`],
      ["Placed by", placement(text("coordinate_precision"))],
      ["Changed on the way", text("issues")?.replaceAll("_", " ") ?? "nothing"]
    ])}
    ${rawValues(text("raw_values"))}
  </article>`;
}

function facts(entries: [string, Content][]): HTMLElement {
  const known = entries.filter(([, content]) => content !== null);
  return html`<dl class="facts">
    ${known.map(
      ([name, content]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${content}</dd>
        </div>`
    )}
  </dl>`;
}

type Text = (field: keyof Details) => string | null;

function certification(text: Text): string | null {
  const kind = {narr: "NARR-certified", oxford_house: "Oxford House charter"}[
    text("certification_type") ?? ""
  ];
  return kind ? [kind, text("certification_level")].filter(Boolean).join(", ") : null;
}

function address(text: Text): string | null {
  const state = text("state");
  const town = [text("city"), [state && stateName(state), text("zip")].filter(Boolean).join(" ")]
    .filter(Boolean)
    .join(", ");
  return [text("street"), text("unit"), town].filter(Boolean).join(", ") || null;
}

function telephone(text: Text): Content {
  const phone = text("phone");
  if (!phone) return null;
  const extension = text("phone_extension");
  const others = text("phones")!
    .split(", ")
    .filter((other) => other !== phone);
  return html`<span
    ><a href=${`tel:${phone}`}>${spoken(phone)}</a>${extension ? ` extension ${extension}` : ""}${
      others.length ? `; also ${others.map(spoken).join(", ")}` : ""
    }</span
  >`;
}

/** +16175550123 as (617) 555-0123. */
function spoken(phone: string): string {
  return phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");
}

function link(value: string | null, target: (value: string) => string): Content {
  return value && html`<a href=${target(value)} rel="noopener noreferrer nofollow">${value}</a>`;
}

function beds({total_beds, available_beds}: Details): string | null {
  if (total_beds == null) return null;
  const free =
    available_beds == null ? "" : `, ${formatCount(available_beds)} free when the source was written`;
  return `${formatCount(total_beds)}${free}`;
}

function terms(value: string | null): Content {
  return (
    value &&
    html`<ul class="terms">
      ${value.split("; ").map((term) => html`<li>${term}</li>`)}
    </ul>`
  );
}

function placement(precision: string | null): string {
  if (precision === "exact") return "coordinates of the source";
  return precision === "zip" ? "centre of its ZIP code" : "nothing: it is on no map";
}

function rawValues(json: string | null): HTMLElement | null {
  const rows = JSON.parse(json ?? "[]") as Row[];
  if (rows.length === 0) return null;
  return html`<details>
    <summary>The source’s own words where they were changed</summary>
    ${dataTable(rows, {
      caption: "Values as the source gives them",
      columns: [
        {key: "field", label: "Field"},
        {key: "raw", label: "Source says"}
      ]
    })}
  </details>`;
}
