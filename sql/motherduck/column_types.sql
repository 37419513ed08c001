-- title: Columns of types that MotherDuck stores
-- severity: error
-- source: https://motherduck.com/docs/sql-reference/duckdb-sql-reference/data-types
-- read_on: 2026-11-23
-- because: Types of DuckDB work the same there; those that come with an extension or a newer engine may not.
select 'column' as kind, schema_name || '.' || table_name || '.' || column_name as name, data_type as detail
from duckdb_columns()
where
  database_name = current_database()
  and not internal
  and regexp_matches(data_type, 'GEOMETRY|VARIANT|BIGNUM|INET|POINT_2D|BOX_2D|UNION|NULL')
order by name
