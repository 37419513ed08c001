import {html} from "npm:htl";
import {dataTable} from "./dataTable.js";
import type {Details} from "./directoryDetails.js";
import {formatDecimal} from "./formats.js";
import {typeName} from "./palette.js";

interface Listing {
  id: string;
  name: string;
  type: string;
}

interface Partner {
  id: string;
  name: string;
  relationship: string;
  score: number;
}

interface Change {
  change: string;
  field: string | null;
  old_value: string | null;
  new_value: string | null;
}

/** Returns an organization’s other listings, its possible partners and its changes, as far as there are any. */
export function relations(details: Details): Node[] {
  const list = <T>(field: keyof Details) => JSON.parse(String(details[field] ?? "[]")) as T[];
  return [
    section("Other listings of the same place", list<Listing>("same_place"), (listings) => [
      html`<ul>
        ${listings.map(({id, name, type}) => html`<li>${organizationLink(id, name)}, ${typeName(type).toLowerCase()}</li>`)}
      </ul>`
    ]),
    section("Possible referral partners", list<Partner>("partners"), (partners) => [
      html`<p class="quiet">Inferred from type, services and distance; nobody has confirmed these.</p>`,
      html`<ul>
        ${partners.map(
          ({id, name, relationship, score}) =>
            html`<li>
              ${organizationLink(id, name)}: ${relationship.replaceAll("_", " ")}, score
              ${formatDecimal(score, 2)}
            </li>`
        )}
      </ul>`
    ]),
    section("Changed since the build before", list<Change>("changes"), (changes) => [
      dataTable(changes, {
        caption: "Changes",
        columns: [
          {key: "change", label: "Change"},
          {key: "field", label: "Field"},
          {key: "old_value", label: "Was"},
          {key: "new_value", label: "Is"}
        ]
      })
    ])
  ].flat();
}

function section<T>(title: string, items: T[], content: (items: T[]) => Node[]): Node[] {
  return items.length ? [html`<h3>${title}</h3>`, ...content(items)] : [];
}

/** A link that the explorer opens in its panel. */
function organizationLink(id: string, name: string): HTMLElement {
  const address = new URL(location.href);
  address.searchParams.set("id", id);
  return html`<a href=${address.href} data-organization=${id}>${name}</a>`;
}
