-- grain: one row per readable record of the Oxford House file
with addressed as (
  select *, json_type(r.address) = 'OBJECT' as has_parts from staging.parsed_oxford_houses
)
select
  record_id,
  r.id as source_id,
  r.name as name,
  'oxford_houses' as organization_type,
  case when has_parts then r.address ->> 'street' else r.address ->> '$' end as street,
  coalesce(case when has_parts then r.address ->> 'city' end, r.city) as city,
  coalesce(case when has_parts then r.address ->> 'state' end, r.state, context) as state_label,
  coalesce(case when has_parts then r.address ->> 'zip' end, r.zip) as zip,
  r.county as county,
  list_concat(main.json_texts(r.phone), [r.contact.phone]) as phone_texts,
  coalesce(r.email, r.contact.email) as email,
  coalesce(r.website, r.contact.website) as website,
  coalesce(r.latitude, r.coordinates.latitude) as latitude,
  coalesce(r.longitude, r.coordinates.longitude) as longitude,
  main.json_labels(r.services) as service_labels,
  [coalesce(r.demographics.gender, r.gender), r.demographics.age_restrictions] as population_labels,
  coalesce(r.narr_classification.certification_details, ['Oxford House Charter']) as certifications,
  {
    total_beds: coalesce(r.capacity.total_beds, r.total_beds),
    available_beds: coalesce(r.capacity.current_vacancies, r.vacancies),
    mens_beds: null::varchar,
    womens_beds: null::varchar,
    family_beds: null::varchar,
    residences: null::varchar
  } as capacity,
  coalesce(r.data_source ->> '$.source', r.data_source ->> '$', 'Oxford House') as data_source,
  coalesce(r.data_source ->> '$.extraction_date', r.extraction_date) as extraction_date,
  r.vacancy_status.last_updated as last_updated,
  coalesce(r.is_narr_certified, r.narr_classification.is_narr_certified, false) as is_narr_certified,
  coalesce(r.certification_type, 'oxford_house') as certification_type
from addressed
