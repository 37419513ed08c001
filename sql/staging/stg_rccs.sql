-- grain: one row per readable record of the recovery community centers file
with addressed as (
  select *, json_type(r.address) = 'OBJECT' as has_parts from staging.parsed_rccs
)
select
  record_id,
  r.id as source_id,
  coalesce(r.name, r.organization_name) as name,
  main.json_texts(r.trade_names) as alternate_names,
  'rccs' as organization_type,
  case when has_parts then r.address ->> 'street' end as street,
  case when has_parts then coalesce(r.address ->> 'street2', r.address ->> 'unit') end as unit,
  coalesce(case when has_parts then r.address ->> 'city' end, r.city) as city,
  coalesce(case when has_parts then r.address ->> 'state' end, r.state, context) as state_label,
  coalesce(case when has_parts then r.address ->> 'zip' end, r.zip) as zip,
  case when not has_parts then r.address ->> '$' end as address_line,
  r.county as county,
  list_concat(main.json_texts(r.phone), [r.contact.phone]) as phone_texts,
  coalesce(r.email, r.contact.email) as email,
  coalesce(r.website, r.contact.website) as website,
  r.latitude as latitude,
  r.longitude as longitude,
  main.json_labels(r.services) as service_labels,
  list_concat(main.json_texts(r.target_populations), main.json_texts(r.population_served)) as population_labels,
  list_distinct(list_concat(main.json_texts(r.certifications), main.present_texts([r.certification_status]))) as certifications,
  coalesce(r.data_source ->> '$.source', r.data_source ->> '$') as data_source,
  r.extraction_date as extraction_date,
  r.last_updated as last_updated,
  r.operator as operator,
  list_distinct(list_concat(main.json_texts(r.funding_sources), main.present_texts([r.funding_source]))) as funding_sources
from addressed
