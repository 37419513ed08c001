-- Values are numbered as the records are, so that those of neighbours lie close together in memory.
with distinct_values as (
  select field, plain, min(first_record) as first_record
  from linkage.plain_values
  group by field, plain
)
select
  field,
  (row_number() over (partition by field order by first_record, plain) - 1)::integer as value_id,
  plain
from distinct_values
