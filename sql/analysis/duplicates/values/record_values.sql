with identified_values as (
  select field, raw, value_id
  from linkage.plain_values
  join linkage."values" using (field, plain)
)
select distinct raw_values.record, raw_values.field, identified_values.value_id
from linkage.raw_values
join identified_values using (field, raw)
