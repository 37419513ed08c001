-- title: Every object of a database, as text, so that two databases can be compared
with objects as (
  select 'schema' as kind, schema_name as name, '' as definition, comment
  from duckdb_schemas()
  where database_name = current_database() and not internal
  union all
  select 'table', schema_name || '.' || table_name, sql, comment
  from duckdb_tables()
  where database_name = current_database() and not internal
  union all
  select
    'column',
    schema_name || '.' || table_name || '.' || column_name,
    concat_ws(' ', column_index, data_type, if(is_nullable, 'null', 'not null'), column_default),
    comment
  from duckdb_columns()
  where database_name = current_database() and not internal
  union all
  select
    'constraint',
    schema_name || '.' || table_name || ' ' || constraint_text || ' ' || row_number() over (
      partition by schema_name, table_name, constraint_text order by constraint_index
    ),
    constraint_type,
    null
  from duckdb_constraints()
  where database_name = current_database()
  union all
  select 'view', schema_name || '.' || view_name, sql, comment
  from duckdb_views()
  where database_name = current_database() and not internal
  union all
  select
    'macro',
    schema_name || '.' || function_name || '(' || array_to_string(parameters, ', ') || ')',
    concat_ws(' ', function_type, parameter_types::varchar, macro_definition),
    comment
  from duckdb_functions()
  where database_name = current_database() and not internal
  union all
  select 'index', schema_name || '.' || index_name, sql, comment
  from duckdb_indexes()
  where database_name = current_database()
  union all
  select 'sequence', schema_name || '.' || sequence_name, concat_ws(' ', increment_by, min_value, max_value, cycle), comment
  from duckdb_sequences()
  where database_name = current_database()
  union all
  select 'type', schema_name || '.' || type_name, concat_ws(' ', logical_type, labels::varchar), comment
  from duckdb_types()
  where database_name = current_database() and not internal
),
-- A file of DuckDB 1.5's format keeps how a lambda was written and quotes types; an older one does not.
spelled as (
  select
    kind,
    name,
    case when kind in ('view', 'macro') then regexp_replace(
      regexp_replace(definition, '\(lambda (\w+): ', '(\1 -> ', 'g'), ' AS "([A-Z]+)"', ' AS \1', 'g'
    ) else definition end as definition,
    comment
  from objects
)
select kind, name, definition, comment
from spelled
order by kind, name, definition
