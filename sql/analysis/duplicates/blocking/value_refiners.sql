-- grain: one row per value and secondary key by which an oversized block is divided
select field::integer as field, value_id, hash(field, left(word, 4)) as refiner
from linkage.rare_words
where rarity <= 2
union all
select field::integer, value_id, hash(field, value_id)
from linkage."values"
join linkage.fields using (field)
where kind in ('zip', 'city', 'code', 'phone')
union all
select field::integer, value_id, street_key
from linkage.street_keys
