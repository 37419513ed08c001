import {html} from "npm:htl";
import type {Listing} from "./directory.js";
import {formatDecimal} from "./formats.js";
import {organizationTypes, typeName} from "./palette.js";
import type {Match} from "./searchDirectory.js";
import {showMore} from "./showMore.js";

const STEP = 40;

/** A list of matches that grows on request; `onPick` gets the row of the one that is chosen. */
export class MatchList {
  readonly element: HTMLElement;
  readonly #items: HTMLElement;
  readonly #more = showMore("organizations", () => {
    this.#shown += STEP;
    this.#draw();
  });
  listings: Listing[] = [];
  #matches: Match[] = [];
  #shown = STEP;

  constructor(private readonly onPick: (row: number) => void) {
    this.#items = html`<ol class="matches" tabindex="-1"></ol>`;
    this.element = html`<div class="match-list" tabindex="0" role="region" aria-label="Organizations found">
      ${this.#items}${this.#more.elements}
    </div>`;
  }

  show(matches: Match[]): void {
    this.#matches = matches;
    this.#shown = STEP;
    this.element.scrollTop = 0;
    this.#draw();
  }

  #draw(): void {
    this.#items.replaceChildren(...this.#matches.slice(0, this.#shown).map((match) => this.#item(match)));
    this.#more.update({shown: this.#shown, all: this.#matches.length, step: STEP});
  }

  #item({row, miles}: Match): HTMLElement {
    const {id, name, organization_type, city, state, is_synthetic, change} = this.listings[row]!;
    const address = new URL(location.href);
    address.searchParams.set("id", id);
    const link = html`<a href=${address.href}>${name}</a>`;
    link.onclick = (event) => {
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      this.onPick(row);
    };
    const swatch = html`<span class="type-mark" aria-hidden="true"></span>`;
    swatch.style.background = organizationTypes.find(({type}) => type === organization_type)?.color ?? "";
    const place = [city, state].filter(Boolean).join(", ") || "place unknown";
    const mark = change === "added" ? " · new in this build" : change ? " · changed in this build" : "";
    const distance = miles === undefined ? "" : ` · ${formatDecimal(miles)} mi`;
    return html`<li>
      ${swatch}<span
        >${link}<span class="quiet"
          >${typeName(organization_type)} ·
          ${place}${distance}${is_synthetic ? " · demonstration record" : ""}${mark}</span
        ></span
      >
    </li>`;
  }
}
