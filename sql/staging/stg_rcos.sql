-- grain: one row per readable record of the recovery community organizations file
with addressed as (
  select
    *,
    coalesce(r.address, r.contact.address) as place,
    json_type(coalesce(r.address, r.contact.address)) = 'OBJECT' as has_parts
  from staging.parsed_rcos
)
select
  record_id,
  r.id as source_id,
  coalesce(r.name, r.organization_name) as name,
  []::varchar[] as alternate_names,
  'rcos' as organization_type,
  case when has_parts then place ->> 'street' end as street,
  case when has_parts then coalesce(place ->> 'street2', place ->> 'unit') end as unit,
  coalesce(case when has_parts then place ->> 'city' end, r.city) as city,
  coalesce(case when has_parts then place ->> 'state' end, r.primary_state, r.state, context) as state_label,
  coalesce(case when has_parts then place ->> 'zip' end, r.zip) as zip,
  case when not has_parts then place ->> '$' end as address_line,
  list_concat(main.json_texts(r.phone), [r.contact.phone]) as phone_texts,
  coalesce(r.email, r.contact.email) as email,
  coalesce(r.website, r.contact.website) as website,
  r.latitude as latitude,
  r.longitude as longitude,
  list_concat(main.json_texts(r.services), main.json_texts(r.key_programs)) as service_labels,
  main.json_labels(r.target_populations) as population_labels,
  main.json_texts(r.certifications) as certifications,
  coalesce(r.data_source ->> '$.source', r.data_source ->> '$') as data_source,
  r.extraction_date as extraction_date,
  r.last_updated as last_updated,
  main.json_texts(r.funding_sources) as funding_sources,
  case
    when regexp_matches(coalesce(r.geographic_scope, ''), '(?i)national') or starts_with(r.category, 'National') then 'national'
    when starts_with(r.category, 'Regional') or regexp_matches(coalesce(r.geographic_scope, ''), '(?i)region|multi') then 'regional'
    when starts_with(r.category, 'State') or regexp_matches(coalesce(r.geographic_scope, ''), '(?i)state') then 'state'
  end as stated_scope
from addressed
