import type {Source} from "./source.js";

/** Every source that needs no mapping file. A file belongs to the first source that recognises it. */
export const SOURCES: Source[] = [
  {
    name: "narr_residences",
    title: "NARR-certified recovery residences",
    file: "master_directory.json",
    lists: [{path: ["organizations_by_state", "{}", "*"]}, {path: ["organizations", "*"]}, {path: ["*"]}],
    counts: ["total_organizations_found", "total_organizations"]
  },
  {
    name: "rccs",
    title: "Recovery community centers",
    file: "recovery_community_centers_master.json",
    lists: [
      {path: ["all_centers", "*"]},
      {path: ["recovery_community_centers", "*"]},
      {path: ["recovery_centers", "*"], group: {records: "centers", label: "state"}},
      {path: ["states", "*"], group: {records: "centers", label: "state"}},
      {path: ["*"]}
    ],
    counts: ["total_centers"]
  },
  {
    name: "rcos",
    title: "Recovery community organizations",
    file: "recovery_organizations_master.json",
    // organizations_by_state holds stubs of the same organizations: reading it would lose their contacts.
    lists: [
      {path: ["all_organizations", "*"]},
      {path: ["recovery_community_organizations", "*"]},
      {path: ["organizations_by_state", "{}", "*"]},
      {path: ["*"]}
    ],
    counts: ["total_organizations"]
  },
  {
    name: "treatment_centers",
    title: "Treatment centers",
    file: "treatment_centers_master.json",
    lists: [{path: ["all_facilities", "*"]}, {path: ["facilities", "*"]}, {path: ["*"]}],
    counts: ["total_facilities"]
  },
  {
    name: "oxford_houses",
    title: "Oxford Houses",
    file: "oxford_house_processed_latest.json",
    lists: [{path: ["houses", "*"]}, {path: ["houses_with_vacancies", "*"]}, {path: ["*"]}],
    counts: ["total_houses_with_vacancies", "total_houses"]
  },
  {
    name: "findtreatment",
    title: "findtreatment.gov export",
    csvColumns: ["name1", "street1", "city", "state", "zip"]
  }
];
