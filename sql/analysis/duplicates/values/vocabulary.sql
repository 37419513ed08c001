with holders as (
  select field, value_id, count(*) as record_count
  from linkage.record_values
  group by field, value_id
),
distinct_words as (
  select distinct field, value_id, word, role from linkage.words
),
counted_words as (
  select field, word, min(role) as role, sum(record_count)::integer as record_count
  from distinct_words
  join holders using (field, value_id)
  group by field, word
)
select
  field,
  (row_number() over (partition by field order by hash(word), word) - 1)::integer as word_id,
  word,
  role,
  record_count
from counted_words
