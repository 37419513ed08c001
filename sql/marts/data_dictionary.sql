-- grain: one row per column of a published table
-- source: comments of the tables and columns
select
  duckdb_columns.schema_name,
  duckdb_columns.table_name,
  duckdb_tables.comment as table_comment,
  duckdb_tables.estimated_size::integer as row_count,
  duckdb_columns.column_index::integer as position,
  duckdb_columns.column_name,
  duckdb_columns.data_type,
  duckdb_columns.is_nullable,
  duckdb_columns.comment as column_comment
from duckdb_columns()
join duckdb_tables() using (database_name, schema_name, table_name)
where database_name = current_database() and schema_name in ('main', 'meta', 'reference', 'analysis')
order by schema_name, table_name, position
