-- title: Names of plain letters, digits and underscores
-- severity: warning
-- source: https://motherduck.com/docs/sql-reference/motherduck-sql-reference/create-database
-- read_on: 2026-11-23
-- because: Other names need double quotes in every statement and in every tool that connects.
with names as (
  select 'table' as kind, schema_name || '.' || table_name as name, table_name as word
  from duckdb_tables()
  where database_name = current_database() and not internal
  union all
  select 'column', schema_name || '.' || table_name || '.' || column_name, column_name
  from duckdb_columns()
  where database_name = current_database() and not internal
)
select kind, name, '' as detail
from names
where not regexp_matches(word, '^[A-Za-z_][A-Za-z0-9_]*$')
order by kind, name
