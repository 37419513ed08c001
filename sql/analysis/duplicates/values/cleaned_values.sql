-- grain: one row per field and distinct value, in plain form, or empty where it says nothing
with distinct_values as (
  select field, kind, raw, min(record) as first_record
  from linkage.raw_values
  join linkage.fields using (field)
  where raw is not null
  group by field, kind, raw
)
select
  field,
  kind,
  raw,
  first_record,
  case
    when kind in ('name', 'text', 'street', 'city') then analysis.plain_words(raw)
    when kind = 'phone' then analysis.plain_phone(raw)
    when kind = 'website' then analysis.plain_website(raw)
    when kind = 'email' then analysis.plain_email(raw)
    when kind = 'zip' then regexp_extract(analysis.plain_code(split_part(trim(raw), '-', 1)), '^[0-9]{5}|.*')
    when kind = 'code' then coalesce(analysis.plain_date(trim(raw)), analysis.plain_code(raw))
    else analysis.plain_code(raw)
  end as cleaned
from distinct_values
