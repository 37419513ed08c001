-- grain: one row per pair of neighbours within a block that no refiner divides far enough
with large_blocks as (
  select key from linkage.blocks where not is_admitted
),
large_keys as (
  select keys.rule, keys.key, keys.record, keys.dataset
  from linkage.keys
  semi join large_blocks using (key)
),
sort_texts as (
  select record, array_to_string(min_by(plain, field::bigint * 4294967296 + value_id, 4), ' ') as sort_text
  from linkage.record_values
  join linkage."values" using (field, value_id)
  where record in (select record from large_keys)
  group by record
),
ranked as (
  select record, row_number() over (order by sort_text, record)::integer as rank
  from sort_texts
),
placed as (
  select rule, key, record, dataset, row_number() over (order by key, rank)::integer as place
  from large_keys
  join ranked using (record)
),
neighbours as (
  select rule, key, record, dataset, place, place - distance as place_before
  from placed
  cross join range(1, (select value::bigint + 1 from meta.parameters where name = 'linkage_window')) as distances(distance)
)
select least(a.record, b.record) as a, greatest(a.record, b.record) as b, bit_or(a.rule) as rules
from neighbours as b
join placed as a on a.place = b.place_before and a.key = b.key
where a.dataset <> b.dataset or (select max(dataset) from linkage.records) = 0
group by all
