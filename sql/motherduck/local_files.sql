-- title: No view or macro that reads local files
-- severity: error
-- source: https://motherduck.com/docs/sql-reference/motherduck-sql-reference/md-run-parameter
-- read_on: 2026-11-23
-- because: Only the session that has the file can answer it; another client, or MotherDuck itself, finds nothing at that path.
with statements as (
  select 'view' as kind, schema_name || '.' || view_name as name, sql as statement
  from duckdb_views()
  where database_name = current_database() and not internal
  union all
  select 'macro', schema_name || '.' || function_name, macro_definition
  from duckdb_functions()
  where database_name = current_database() and not internal
)
select kind, name, regexp_extract(statement, '(?i)(read_\w+|\w+_scan|glob|sniff_csv|from\s+''[^'']+'')') as detail
from statements
where regexp_matches(statement, '(?i)\b(read_(csv|csv_auto|json|json_auto|ndjson|parquet|text|blob)\w*|parquet_scan|glob|sniff_csv)\s*\(|from\s+''[^'']+''')
order by kind, name
