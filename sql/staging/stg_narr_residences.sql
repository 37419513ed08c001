-- grain: one row per readable record of the NARR master directory
with addressed as (
  select
    *,
    json_type(r.address) = 'OBJECT' as has_parts,
    coalesce(r.affiliate, nullif(regexp_extract(coalesce(r.state, context), '(?i)\b(mash|parr|garr|marr|trohn|farr|carr)$', 1), '')) as listed_by
  from staging.parsed_narr_residences
)
select
  record_id,
  r.id as source_id,
  coalesce(r.name, r.organization_name) as name,
  main.json_texts(r.dba_names) as alternate_names,
  'narr_residences' as organization_type,
  case when has_parts then r.address ->> 'street' end as street,
  case when has_parts then coalesce(r.address ->> 'street2', r.address ->> 'unit') end as unit,
  case when has_parts then r.address ->> 'city' else r.city end as city,
  coalesce(case when has_parts then r.address ->> 'state' end, r.state, context) as state_label,
  case when has_parts then r.address ->> 'zip' else r.zip end as zip,
  case when not has_parts then r.address ->> '$' end as address_line,
  r.county as county,
  [r.phone, r.contact.phone] as phone_texts,
  coalesce(r.email, r.contact.email) as email,
  coalesce(r.website, r.contact.website) as website,
  r.latitude as latitude,
  r.longitude as longitude,
  main.json_labels(r.services) as service_labels,
  main.json_labels(r.housing_types) as facility_labels,
  list_concat(
    list_filter(main.json_texts(r.specializations), lambda t: not starts_with(t, 'Languages:')),
    main.json_texts(r.demographics),
    main.json_texts(r.population_served)
  ) as population_labels,
  list_concat(
    main.json_texts(r.languages),
    list_transform(
      list_filter(main.json_texts(r.specializations), lambda t: starts_with(t, 'Languages:')),
      lambda t: replace(t, 'Languages:', '')
    )
  ) as language_labels,
  list_distinct(list_concat(main.json_texts(r.certifications), main.present_texts([r.certification_level]))) as certifications,
  {
    total_beds: case json_type(r.capacity) when 'OBJECT' then r.capacity ->> 'total_beds' else r.capacity ->> '$' end,
    available_beds: null::varchar,
    mens_beds: case when json_type(r.capacity) = 'OBJECT' then r.capacity ->> 'mens_beds' end,
    womens_beds: case when json_type(r.capacity) = 'OBJECT' then r.capacity ->> 'womens_beds' end,
    family_beds: case when json_type(r.capacity) = 'OBJECT' then r.capacity ->> 'family_beds' end,
    residences: case when json_type(r.capacity) = 'OBJECT' then r.capacity ->> 'total_residences' end
  } as capacity,
  coalesce(r.data_source ->> '$.source', r.data_source ->> '$', listed_by) as data_source,
  r.extraction_date as extraction_date,
  r.last_updated as last_updated,
  coalesce(r.is_narr_certified, r.narr_certified, false)
    or (listed_by is not null and main.tidied(coalesce(r.certification_level, r.garr_tier, r.certification_number)) is not null) as is_narr_certified,
  listed_by as affiliate,
  coalesce(r.certification_level, r.garr_tier) as certification_level,
  r.operator as operator,
  main.json_texts(r.funding_sources) as funding_sources
from addressed
