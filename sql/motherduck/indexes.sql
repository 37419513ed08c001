-- title: No indexes of its own
-- severity: warning
-- source: https://motherduck.com/docs/sql-reference/duckdb-sql-reference/duckdb-statements/create-index
-- read_on: 2026-11-23
-- because: In 2025 MotherDuck's documentation said that it keeps indexes but never uses them; now it says that they serve point lookups and very selective ranges. They cost time at every sync; sorted tables with zone maps need none.
select 'index' as kind, schema_name || '.' || index_name as name, sql as detail
from duckdb_indexes()
where database_name = current_database()
order by name
