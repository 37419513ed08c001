-- grain: one row per organization and field that normalization changed or rejected
with compared as materialized (
  select
    o.*,
    r.zip as zip_text, r.zip_as_given, r.email as email_text, r.website as website_text, r.extraction_date as date_text,
    r.latitude as latitude_text, r.longitude as longitude_text, r.address_line,
    conformed.addresses.state_label, conformed.addresses.zip_text as chosen_zip_text,
    coalesce(conformed.record_phones.rejected_texts, conformed.record_phones.first_text) as phone_text
  from main.organizations as o
  join staging.records as r using (record_id)
  join conformed.addresses using (record_id)
  left join conformed.record_phones using (record_id)
), changed as (
  select id, 'address_state' as field, state_label as raw from compared where state_label is distinct from address_state
  union all
  select id, 'address_zip', coalesce(zip_as_given, chosen_zip_text)
  from compared
  where coalesce(zip_as_given, chosen_zip_text) is distinct from address_zip
    and coalesce(zip_as_given, chosen_zip_text) is distinct from address_zip || '-' || address_zip4
  union all
  -- A number that differs in punctuation only is the same number.
  select id, 'phone', phone_text
  from compared
  where phone_text is not null
    and (phone is null or right(regexp_replace(regexp_replace(phone_text, '(?i)\s*(x|ext).*$', ''), '[^0-9]', '', 'g'), 10) <> right(phone, 10))
  union all
  select id, 'email', email_text from compared where email_text is distinct from email
  union all
  select id, 'website', website_text from compared where website_text is distinct from website
  union all
  select id, 'extraction_date', date_text from compared where date_text is distinct from extraction_date::varchar
  union all
  select id, 'latitude', latitude_text
  from compared
  where coordinate_precision <> 'exact' or try_cast(latitude_text as double) is distinct from latitude
  union all
  select id, 'longitude', longitude_text
  from compared
  where coordinate_precision <> 'exact' or try_cast(longitude_text as double) is distinct from longitude
  union all
  select id, 'address_street', address_line from compared where address_line is distinct from address_street
)
select id as organization_id, field, raw
from changed
where raw is not null and raw <> ''
order by organization_id, field
