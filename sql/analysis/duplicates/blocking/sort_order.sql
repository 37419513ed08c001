-- grain: one row per record, in the order in which neighbours are compared in blocks that no refiner divides far enough
with sort_texts as (
  select record, array_to_string(min_by(plain, field::bigint * 4294967296 + value_id, 4), ' ') as sort_text
  from linkage.record_values
  join linkage."values" using (field, value_id)
  group by record
)
select record
from linkage.records
left join sort_texts using (record)
order by coalesce(sort_text, ''), record
