-- title: No extensions beyond those that MotherDuck runs
-- severity: error
-- source: https://motherduck.com/docs/concepts/duckdb-extensions
-- read_on: 2026-11-23
-- because: A view or macro that calls a function of another extension runs here and fails there.
select 'extension' as kind, extension_name as name, install_mode as detail
from duckdb_extensions()
where
  loaded
  and extension_name not in (
    'core_functions', 'json', 'parquet', 'icu', 'autocomplete', 'jemalloc', 'motherduck', 'httpfs', 'fts', 'spatial'
  )
order by name
