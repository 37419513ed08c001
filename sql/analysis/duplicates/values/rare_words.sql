with distinct_words as (
  select distinct field, value_id, kind, word, record_count
  from linkage.words
  join linkage.vocabulary using (field, word)
  where words.role = 'word' and kind in ('name', 'text')
),
ranked_words as (
  select *, row_number() over (partition by field, value_id order by record_count, hash(word), word) as rarity
  from distinct_words
)
select field, value_id, kind, word, rarity::utinyint as rarity
from ranked_words
where rarity <= 6
