-- title: Data dictionary of the exported tables, from the catalog's comments
select
  schema_name as schema,
  table_name as table,
  column_index as position,
  column_name as column,
  data_type as type,
  is_nullable,
  columns.comment as meaning,
  tables.comment as table_meaning
from duckdb_columns() as columns
join duckdb_tables() as tables using (database_name, schema_name, table_name)
where database_name = current_database() and list_contains($tables, schema_name || '.' || table_name)
order by schema_name, table_name, column_index
