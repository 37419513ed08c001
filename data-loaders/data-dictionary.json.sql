-- title: Tables and columns of the warehouse
-- grain: one row per column
select
  schema_name,
  table_name,
  table_comment,
  row_count,
  position,
  column_name,
  data_type,
  is_nullable,
  column_comment
from marts.data_dictionary
order by schema_name, table_name, position
