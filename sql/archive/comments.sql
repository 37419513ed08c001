-- title: The statements that put every comment of a database back
with targets as (
  select
    1 as place,
    'table ' || format('"{}"."{}"', replace(schema_name, '"', '""'), replace(table_name, '"', '""')) as target,
    comment
  from duckdb_tables()
  where database_name = current_database() and not internal
  union all
  select
    2,
    'view ' || format('"{}"."{}"', replace(schema_name, '"', '""'), replace(view_name, '"', '""')),
    comment
  from duckdb_views()
  where database_name = current_database() and not internal
  union all
  select
    3,
    'column ' || format(
      '"{}"."{}"."{}"',
      replace(schema_name, '"', '""'), replace(table_name, '"', '""'), replace(column_name, '"', '""')
    ),
    comment
  from duckdb_columns()
  where database_name = current_database() and not internal
  union all
  select
    4,
    if(function_type = 'table_macro', 'macro table ', 'macro ')
      || format('"{}"."{}"', replace(schema_name, '"', '""'), replace(function_name, '"', '""')),
    comment
  from duckdb_functions()
  where database_name = current_database() and not internal
  union all
  select
    5,
    'index ' || format('"{}"."{}"', replace(schema_name, '"', '""'), replace(index_name, '"', '""')),
    comment
  from duckdb_indexes()
  where database_name = current_database()
  union all
  select
    6,
    'sequence ' || format('"{}"."{}"', replace(schema_name, '"', '""'), replace(sequence_name, '"', '""')),
    comment
  from duckdb_sequences()
  where database_name = current_database()
  union all
  select
    7,
    'type ' || format('"{}"."{}"', replace(schema_name, '"', '""'), replace(type_name, '"', '""')),
    comment
  from duckdb_types()
  where database_name = current_database() and not internal
)
select 'comment on ' || target || ' is ''' || replace(comment, '''', '''''') || ''';' as statement
from targets
where comment is not null
order by place, target
