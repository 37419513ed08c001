with parts as (
  select
    field,
    value_id,
    min(word) filter (word similar to '[0-9]+[a-z]?' and position <= 2) as number,
    min_by(word, position) filter (role = 'word' and word similar to '\d*[^\d]+.*') as street_name
  from linkage.words
  where kind = 'street'
  group by field, value_id
)
select field, value_id, hash('street', number, left(street_name, 4)) as street_key
from parts
where number is not null and street_name is not null
