-- title: No names that MotherDuck or the sync needs
-- severity: error
-- source: https://motherduck.com/docs/sql-reference/motherduck-sql-reference/md_information_schema/query_history
-- read_on: 2026-11-23
-- because: MotherDuck keeps its own views in md_information_schema, and the sync works in two schemas of its own.
select 'schema' as kind, schema_name as name, '' as detail
from duckdb_schemas()
where
  database_name = current_database()
  and not internal
  and (schema_name in ('md_information_schema', 'workbench_staging', 'workbench_sync') or schema_name like 'md\_%' escape '\')
order by name
