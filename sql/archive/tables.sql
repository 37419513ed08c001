-- title: Every table of a database with its columns
with columns as (
  select
    schema_name,
    table_name,
    list(
      {name: column_name, type: data_type, is_nullable: is_nullable, comment: comment} order by column_index
    ) as columns
  from duckdb_columns()
  where database_name = current_database() and not internal
  group by schema_name, table_name
)
select schema_name as schema, table_name as table, comment, sql, columns
from duckdb_tables()
join columns using (schema_name, table_name)
where database_name = current_database() and not internal
order by schema_name, table_name
