-- grain: one row per readable record of the treatment centers file, in any of its dialects
with addressed as (
  select
    *,
    json_type(r.address) = 'OBJECT' as has_parts,
    coalesce(r.data_source ->> '$.source', r.data_source ->> '$') as published_by,
    r.name is null and r.facility_name is not null as is_second_dialect
  from staging.parsed_treatment_centers
)
select
  record_id,
  coalesce(r.id, r.facility_id) as source_id,
  coalesce(r.name, r.facility_name, r.organization_name) as name,
  main.json_texts(r.dba_names) as alternate_names,
  'treatment_centers' as organization_type,
  case when has_parts then r.address ->> 'street' else coalesce(r.address ->> '$', r.address_line1) end as street,
  case when has_parts then coalesce(r.address ->> 'street2', r.address ->> 'unit') else r.address_line2 end as unit,
  coalesce(case when has_parts then r.address ->> 'city' end, r.city) as city,
  coalesce(case when has_parts then r.address ->> 'state' end, r.state, context) as state_label,
  coalesce(case when has_parts then r.address ->> 'zip' end, r.zip, r.zip_code) as zip,
  coalesce(case when has_parts then r.address ->> 'county' end, r.county) as county,
  list_concat(main.json_texts(r.phone), [r.contact.phone, r.contact.intake_phone, r.contact.intake_phone2]) as phone_texts,
  coalesce(r.email, r.contact.email) as email,
  coalesce(r.website, r.contact.website) as website,
  coalesce(r.latitude, r.coordinates.latitude, r.location.latitude) as latitude,
  coalesce(r.longitude, r.coordinates.longitude, r.location.longitude) as longitude,
  list_concat(main.json_labels(r.services), list_transform(true_keys, lambda k: replace(k, '_', ' '))) as service_labels,
  main.json_labels(r.populations_served) as population_labels,
  main.json_labels(r.insurance_accepted) as payment_labels,
  main.json_labels(r.languages) as language_labels,
  -- The conversion that wrote these labels from codes gave some of them another meaning: see reference.conversion_labels.
  published_by ilike 'SAMHSA Treatment Locator%' as is_converted,
  list_concat(main.json_texts(r.accreditations), main.json_texts(r.certifications)) as certifications,
  {
    total_beds: coalesce(
      r.total_beds,
      case json_type(r.capacity) when 'OBJECT' then r.capacity ->> 'total_beds' else r.capacity ->> '$' end,
      r.residential_capacity,
      r.inpatient_capacity
    ),
    available_beds: null::varchar,
    mens_beds: null::varchar,
    womens_beds: null::varchar,
    family_beds: null::varchar,
    residences: null::varchar
  } as capacity,
  published_by as data_source,
  coalesce(r.extraction_date, r.data_source ->> '$.extraction_date') as extraction_date,
  r.last_updated as last_updated,
  coalesce(r.parent_organization, r.operator) as operator,
  main.json_texts(r.funding_sources) as funding_sources,
  coalesce(r.facility_details ->> 'facility_type', r.facility_type) as facility_type,
  r.level_of_care as level_of_care,
  is_second_dialect and published_by ilike '%N-SUMHSS%' as is_synthetic
from addressed
