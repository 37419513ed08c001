-- grain: one row per pair of neighbours within a block that no refiner divides far enough
with sort_texts as (
  select record, string_agg(plain, ' ' order by field, value_id) as sort_text
  from linkage.record_values
  join linkage."values" using (field, value_id)
  where record in (select record from linkage.keys join linkage.blocks using (key) where not is_admitted)
  group by record
),
placed as (
  select
    rule,
    key,
    record,
    dataset,
    row_number() over (partition by key order by sort_text, record) as place
  from linkage.keys
  join linkage.blocks using (key)
  join sort_texts using (record)
  where not is_admitted
)
select least(a.record, b.record) as a, greatest(a.record, b.record) as b, bit_or(a.rule) as rules
from placed as a
join placed as b
  on a.key = b.key
  and b.place > a.place
  and b.place <= a.place + (select value from meta.parameters where name = 'linkage_window')
where a.dataset <> b.dataset or (select max(dataset) from linkage.records) = 0
group by all
