-- grain: one row per record and secondary key by which an oversized block is divided
with word_refiners as (
  select record, hash(field, left(word, 4)) as refiner
  from linkage.record_values
  join linkage.rare_words using (field, value_id)
  where rarity <= 2
),
value_refiners as (
  select record, hash(field, value_id) as refiner
  from linkage.record_values
  join linkage.fields using (field)
  where kind in ('zip', 'city', 'code', 'phone')
),
street_refiners as (
  select record, street_key as refiner
  from linkage.record_values
  join linkage.street_keys using (field, value_id)
)
select distinct record, refiner
from (from word_refiners union all from value_refiners union all from street_refiners)
