-- grain: one row per organization, in order of state, city, name and id
-- materialized: view
-- source: the directory, its ledger, its source files, duplicates, networks and changes
with
raw_values as (
  select
    organization_id,
    json_group_array(json_object('field', field, 'raw', raw))::varchar as raw_values
  from (from main.source_values order by organization_id, field, raw)
  group by organization_id
)
select
  (row_number() over (order by address_state nulls last, address_city nulls last, name, id))::integer as position,
  id,
  name,
  organization_type,
  address_street as street,
  address_unit as unit,
  address_city as city,
  address_state as state,
  address_zip as zip,
  county,
  latitude,
  longitude,
  coordinate_precision,
  scope,
  phone,
  phone_extension,
  array_to_string(phones, ', ') as phones,
  email,
  website,
  array_to_string(alternate_names, '; ') as alternate_names,
  operator,
  level_of_care,
  facility_type,
  is_narr_certified,
  certification_type,
  certification_level,
  array_to_string(certifications, '; ') as certifications,
  array_to_string(services, '; ') as services,
  array_to_string(payers, '; ') as payers,
  array_to_string(demographics, '; ') as populations,
  array_to_string(languages, '; ') as languages,
  capacity.total_beds as total_beds,
  capacity.available_beds as available_beds,
  array_to_string(funding_sources, '; ') as funding_sources,
  data_source,
  extraction_date,
  is_synthetic,
  array_to_string(issues, ', ') as issues,
  ledger.source as source,
  ledger.file as source_file,
  ledger.position as record_position,
  ledger.line as record_line,
  ledger.sha256 as record_sha256,
  coalesce(raw_values, '[]') as raw_values,
  same_place,
  partners,
  changes
from main.organizations
join meta.ledger as ledger using (record_id)
left join raw_values on raw_values.organization_id = id
left join marts.directory_relations as relations on relations.organization_id = id
order by position
