/** What an organization can be: the plan’s five types, and other human services that a general directory lists. */
export const ORGANIZATION_TYPES = [
  "narr_residences",
  "rccs",
  "rcos",
  "treatment_centers",
  "oxford_houses",
  "human_services"
];
