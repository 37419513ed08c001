/** Colours by meaning; each is a CSS variable of style.css with a light and a dark value. */
export const color = {
  mark: "var(--color-mark)",
  quiet: "var(--color-quiet)",
  highlight: "var(--color-highlight)",
  passed: "var(--color-passed)",
  warning: "var(--color-warning)",
  error: "var(--color-error)",
  land: "var(--color-land)",
  edge: "var(--color-edge)"
} as const;

/** Six steps from little to much, for maps and heat tables. */
export const ramp = [1, 2, 3, 4, 5, 6].map((step) => `var(--ramp-${step})`);

/** What can be read on each step of the ramp. */
export const onRamp = [1, 2, 3, 4, 5, 6].map((step) => `var(--on-ramp-${step})`);

export interface OrganizationType {
  type: string;
  name: string;
  color: string;
  symbol: "circle" | "square" | "diamond" | "triangle" | "star";
}

/** The directory’s organization types: their names for readers, and a colour and a shape each. */
export const organizationTypes: OrganizationType[] = [
  {type: "treatment_centers", name: "Treatment centers", color: "var(--color-treatment)", symbol: "circle"},
  {type: "narr_residences", name: "NARR residences", color: "var(--color-narr)", symbol: "square"},
  {type: "oxford_houses", name: "Oxford Houses", color: "var(--color-oxford)", symbol: "diamond"},
  {type: "rccs", name: "Recovery community centers", color: "var(--color-center)", symbol: "triangle"},
  {
    type: "rcos",
    name: "Recovery community organizations",
    color: "var(--color-organization)",
    symbol: "star"
  },
  // What a general directory lists beside the plan’s five types.
  {type: "human_services", name: "Other human services", color: "var(--color-quiet)", symbol: "circle"}
];

/** Returns the name of an organization type; the type itself where it is unknown. */
export function typeName(type: string): string {
  return organizationTypes.find((known) => known.type === type)?.name ?? type;
}

/** A colour scale of Plot over the names of the organization types. */
export const typeColors = {
  domain: organizationTypes.map(({name}) => name),
  range: organizationTypes.map((type) => type.color)
};
