/** The schema of the target in which tables wait until all of them are there. */
export const STAGING = "workbench_staging";

/** The table of the target that says what sync has put there. */
export const LEDGER = {schema: "workbench_sync", table: "tables"};

/** Returns the name under which a table waits in the staging schema. */
export function stagedName({schema, table}: {schema: string; table: string}) {
  return {schema: STAGING, table: `${schema}.${table}`};
}
