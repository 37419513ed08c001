with distinct_values as (
  select distinct field, kind, trim(raw) as trimmed, raw
  from linkage.raw_values
  join linkage.fields using (field)
  where raw is not null
),
plain_values as (
  select
    field,
    kind,
    raw,
    case
      when lower(trimmed) in ('', 'null', 'none', 'n/a', 'na', 'nan', 'unknown', 'not available', '-') then null
      when kind in ('name', 'text', 'street', 'city') then analysis.plain_words(trimmed)
      when kind = 'phone' then analysis.plain_phone(trimmed)
      when kind = 'website' then analysis.plain_website(trimmed)
      when kind = 'email' then analysis.plain_email(trimmed)
      when kind = 'zip' then regexp_extract(analysis.plain_code(split_part(trimmed, '-', 1)), '^[0-9]{5}|.*')
      when kind = 'code' then coalesce(analysis.plain_date(trimmed), analysis.plain_code(trimmed))
      else analysis.plain_code(trimmed)
    end as plain
  from distinct_values
)
select field, raw, coalesce(forms.form, plain) as plain
from plain_values
left join reference.word_forms as forms
  on forms.kind = plain_values.kind and forms.kind = 'state' and forms.word = plain_values.plain
where plain <> ''
