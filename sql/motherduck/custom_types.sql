-- title: No types of its own
-- severity: error
-- source: https://motherduck.com/docs/sql-reference/duckdb-sql-reference/data-types
-- read_on: 2026-11-23
-- because: MotherDuck takes DuckDB's types, but a type made with CREATE TYPE has to be made there first, and DuckLake has none at all.
select 'type' as kind, schema_name || '.' || type_name as name, logical_type as detail
from duckdb_types()
where database_name = current_database() and not internal
order by name
