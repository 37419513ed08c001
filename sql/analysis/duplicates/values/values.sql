with distinct_values as (
  select distinct field, plain from linkage.plain_values
)
select
  field,
  (row_number() over (partition by field order by hash(plain), plain) - 1)::integer as value_id,
  plain
from distinct_values
