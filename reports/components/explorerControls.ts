import {html} from "npm:htl";
import {organizationTypes} from "./palette.js";
import {states} from "./stateCodes.js";
import {setUrlParameters, urlParameter} from "./urlState.js";

export interface Term {
  position: number;
  name: string;
  kind: string;
  organization_count: number;
}

/** The explorer’s controls by the parameter of the address that each stands for. */
export const PARAMETERS = [
  "q",
  "state",
  "type",
  "service",
  "payment",
  "serves",
  "level",
  "certification",
  "zip",
  "miles"
] as const;
export type Parameter = (typeof PARAMETERS)[number];
export type Values = Record<Parameter, string>;

const RADII = ["5", "10", "25", "50", "100"];
export const DEFAULT_MILES = "25";

type Choice = [value: string, label: string];

/**
 * A form of filters whose values are the address’s. `onChange` is called with all values after each change, by
 * the reader or by “back” and “forward”.
 */
export function explorerControls(terms: Term[], onChange: (values: Values) => void): HTMLFormElement {
  const kind = (name: string): Choice[] =>
    terms
      .filter((term) => term.kind === name)
      .map((term) => [term.name, term.name] as Choice)
      .sort((a, b) => a[1].localeCompare(b[1]));
  const form = html`<form class="explorer-controls" role="search" aria-label="Filter the directory">
    ${field("Name, city or ZIP code", html`<input name="q" type="search" autocomplete="off" spellcheck="false" />`)}
    ${select(
      "state",
      "State",
      states.map(({state, name}): Choice => [state, name]).sort((a, b) => a[1].localeCompare(b[1]))
    )}
    ${select(
      "type",
      "Type",
      organizationTypes.map(({type, name}): Choice => [type, name])
    )}
    ${select("service", "Service", kind("service"))} ${select("payment", "Payment", kind("payment"))}
    ${select("serves", "Serves", kind("population"))}
    ${select(
      "level",
      "Level of care",
      ["outpatient", "residential", "inpatient"].map((level): Choice => [level, level])
    )}
    ${select("certification", "Certification", [
      ["narr", "NARR-certified"],
      ["oxford_house", "Oxford House charter"]
    ])}
    ${field("Near ZIP code", html`<input name="zip" inputmode="numeric" pattern="[0-9]{5}" maxlength="5" autocomplete="postal-code" />`)}
    ${select(
      "miles",
      "Within",
      RADII.map((miles): Choice => [miles, `${miles} miles`]),
      DEFAULT_MILES
    )}
    <button type="reset" class="button">Clear all</button>
  </form>` as HTMLFormElement;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    setUrlParameters({
      ...valuesOf(form),
      miles: valueOf(form, "miles") === DEFAULT_MILES ? null : valueOf(form, "miles")
    });
    onChange(valuesOf(form));
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const name of PARAMETERS) inputOf(form, name).value = name === "miles" ? DEFAULT_MILES : "";
    form.dispatchEvent(new Event("input"));
  });
  addEventListener("popstate", () => {
    readAddress(form);
    onChange(valuesOf(form));
  });
  readAddress(form);
  return form;
}

export function valuesOf(form: HTMLFormElement): Values {
  return Object.fromEntries(PARAMETERS.map((name) => [name, valueOf(form, name)])) as Values;
}

function readAddress(form: HTMLFormElement): void {
  for (const name of PARAMETERS)
    inputOf(form, name).value = urlParameter(name, name === "miles" ? DEFAULT_MILES : "");
}

function valueOf(form: HTMLFormElement, name: Parameter): string {
  return inputOf(form, name).value.trim();
}

function inputOf(form: HTMLFormElement, name: Parameter): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

function field(label: string, input: HTMLElement): HTMLElement {
  return html`<label class="field">${label}${input}</label>`;
}

function select(name: Parameter, label: string, choices: Choice[], initial = ""): HTMLElement {
  const any = initial ? null : html`<option value="">any</option>`;
  return field(
    label,
    html`<select name=${name}>
      ${any}${choices.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
    </select>`
  );
}
