-- grain: one row per value and blocking key; own is the refiner that says no more than the key itself
with word_keys as (
  select 1 as rule, field, value_id, hash('word', field, word) as key, hash(field, left(word, 4)) as own
  from linkage.rare_words
),
start_keys as (
  select 2, field, value_id, hash('start', field, left(replace(plain, ' ', ''), 6)), 0::ubigint
  from linkage."values"
  join linkage.fields using (field)
  where kind = 'name'
),
street_keys as (
  select 4, field, value_id, street_key, street_key
  from linkage.street_keys
),
whole_keys as (
  select
    case kind when 'phone' then 8 when 'website' then 16 when 'email' then 32 when 'code' then 64 else 128 end,
    field,
    value_id,
    hash(kind, field, if(kind = 'website', split_part(plain, '/', 1), plain)),
    hash(field, value_id)
  from linkage."values"
  join linkage.fields using (field)
  where kind in ('phone', 'website', 'email', 'code', 'zip', 'city')
),
mailbox_keys as (
  select 32, field, value_id, hash('mailbox', field, split_part(plain, '@', 1)), hash(field, value_id)
  from linkage."values"
  join linkage.fields using (field)
  where kind = 'email'
),
all_keys as (
  from word_keys
  union all from start_keys
  union all from street_keys
  union all from whole_keys
  union all from mailbox_keys
)
select rule::integer as rule, field::integer as field, value_id, key, own
from all_keys
