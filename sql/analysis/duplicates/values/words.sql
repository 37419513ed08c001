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
formed_words as (
  select
    field,
    value_id,
    kind,
    position,
    coalesce(nullif(forms.form, ''), word) as word,
    coalesce(forms.role, 'word') as role
  from split_values
  left join reference.word_forms as forms using (kind, word)
),
kept_words as (
  select
    *,
    role not in ('legal', 'drop') as is_kept,
    bool_or(role not in ('legal', 'drop')) over (partition by field, value_id) as has_kept
  from formed_words
)
select field, value_id, kind, position::smallint as position, word, role
from kept_words
where is_kept or not has_kept
