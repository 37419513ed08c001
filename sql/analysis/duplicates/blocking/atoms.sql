-- grain: one row per record and blocking key; own is the refiner that says no more than the key itself
with valued as (
  select record, records.dataset, field, value_id, kind, plain
  from linkage.record_values
  join linkage.records using (record)
  join linkage.fields using (field)
  join linkage."values" using (field, value_id)
),
word_keys as (
  select 1 as rule, field, record, dataset, hash('word', field, word) as key, hash(field, left(word, 4)) as own
  from valued
  join linkage.rare_words using (field, value_id)
),
start_keys as (
  select 2, field, record, dataset, hash('start', field, left(replace(plain, ' ', ''), 6)), 0::ubigint
  from valued
  where kind = 'name'
),
street_keys as (
  select 4, field, record, dataset, street_key, street_key
  from valued
  join linkage.street_keys using (field, value_id)
),
whole_keys as (
  select
    case kind when 'phone' then 8 when 'website' then 16 when 'email' then 32 when 'code' then 64 else 128 end,
    field,
    record,
    dataset,
    hash(kind, field, if(kind = 'website', split_part(plain, '/', 1), plain)),
    hash(field, value_id)
  from valued
  where kind in ('phone', 'website', 'email', 'code', 'zip', 'city')
),
mailbox_keys as (
  select 32, field, record, dataset, hash('mailbox', field, split_part(plain, '@', 1)), hash(field, value_id)
  from valued
  where kind = 'email'
),
point_keys as (
  select 256, -1, record, dataset, hash('point', round(latitude * 1000), round(longitude * 1000)), 0::ubigint
  from linkage.records
  where latitude is not null and longitude is not null
),
all_keys as (
  from word_keys
  union all from start_keys
  union all from street_keys
  union all from whole_keys
  union all from mailbox_keys
  union all from point_keys
)
select
  min(rule)::usmallint as rule,
  min(field)::smallint as field,
  record,
  min(dataset) as dataset,
  key,
  min(own) as own,
  0::ubigint as low
from all_keys
group by record, key
