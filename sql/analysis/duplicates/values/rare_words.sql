with distinct_words as (
  select distinct field, value_id, kind, word, record_count
  from linkage.words
  join linkage.vocabulary using (field, word)
  where words.role = 'word' and kind in ('name', 'text')
),
listed_words as (
  select
    field,
    value_id,
    any_value(kind) as kind,
    min_by(word, record_count::bigint * 4294967296 + (hash(word) % 4294967296)::bigint, 6) as rarest
  from distinct_words
  group by field, value_id
)
select
  field,
  value_id,
  kind,
  unnest(rarest) as word,
  generate_subscripts(rarest, 1)::utinyint as rarity
from listed_words
