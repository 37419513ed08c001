with split_values as (
  select
    field,
    value_id,
    kind,
    unnest(string_split(plain, ' ')) as word,
    generate_subscripts(string_split(plain, ' '), 1) as position
  from linkage."values"
  join linkage.fields using (field)
  where kind in ('name', 'text', 'street', 'city')
),
formed_words as materialized (
  select
    field,
    value_id,
    kind,
    position::smallint as position,
    coalesce(nullif(forms.form, ''), word) as word,
    coalesce(forms.role, 'word') as role,
    coalesce(forms.role not in ('legal', 'drop'), true) as is_kept
  from split_values
  left join reference.word_forms as forms using (kind, word)
),
filler_words as (
  select formed_words.*
  from formed_words
  anti join (select field, value_id from formed_words where is_kept) as kept using (field, value_id)
  where not is_kept
)
select field, value_id, kind, position, word, role
from (from formed_words where is_kept union all from filler_words)
