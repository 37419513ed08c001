-- grain: one row per loaded record: the organization that it describes, without its terms
with located as (
  select
    conformed.points.record_id,
    conformed.points.judgement,
    coalesce(conformed.points.latitude, reference.zip_codes.latitude) as latitude,
    coalesce(conformed.points.longitude, reference.zip_codes.longitude) as longitude,
    case
      when conformed.points.latitude is not null then 'exact'
      when reference.zip_codes.latitude is not null then 'zip'
      else 'none'
    end as coordinate_precision
  from conformed.points
  left join conformed.addresses using (record_id)
  left join reference.zip_codes using (zip)
)
select
  conformed.dispositions.organization_id as id,
  r.name,
  r.organization_type,
  conformed.addresses.street as address_street,
  conformed.addresses.city as address_city,
  conformed.addresses.state as address_state,
  conformed.addresses.zip as address_zip,
  located.latitude,
  located.longitude,
  main.encode_geohash(located.latitude, located.longitude, 8) as geohash,
  conformed.record_phones.first_number as phone,
  main.email_address(r.email) as email,
  main.web_address(r.website) as website,
  list_sort(list_distinct(main.present_texts(r.certifications))) as certifications,
  case when coalesce(
    r.capacity.total_beds, r.capacity.available_beds, r.capacity.mens_beds, r.capacity.womens_beds, r.capacity.family_beds, r.capacity.residences
  ) is not null then {
    total_beds: try_cast(r.capacity.total_beds as integer),
    available_beds: try_cast(r.capacity.available_beds as integer),
    mens_beds: try_cast(r.capacity.mens_beds as integer),
    womens_beds: try_cast(r.capacity.womens_beds as integer),
    family_beds: try_cast(r.capacity.family_beds as integer),
    residences: try_cast(r.capacity.residences as integer)
  } end as capacity,
  coalesce(main.tidied(r.data_source), r.source) as data_source,
  r.extracted_on as extraction_date,
  main.parsed_instant(r.last_updated) as last_updated,
  r.is_narr_certified,
  coalesce(main.tidied(r.certification_type), case when r.is_narr_certified then 'narr' end) as certification_type,
  main.tidied(r.operator) as operator,
  list_sort(list_distinct(main.present_texts(coalesce(r.funding_sources, [])))) as funding_sources,
  r.record_id,
  list_filter(list_distinct(main.present_texts(coalesce(r.alternate_names, []))), lambda n: n <> r.name) as alternate_names,
  conformed.addresses.unit as address_unit,
  conformed.addresses.zip4 as address_zip4,
  main.tidied(r.county) as county,
  coalesce(conformed.record_phones.numbers, []) as phones,
  conformed.record_phones.first_extension as phone_extension,
  main.tidied(r.facility_type) as facility_type,
  lower(main.tidied(r.level_of_care)) as level_of_care,
  main.tidied(r.certification_level) as certification_level,
  case
    when r.stated_scope = 'national' or lower(conformed.addresses.state_label) = 'national' then 'national'
    when r.stated_scope is not null then r.stated_scope
    when conformed.addresses.state is null then 'unknown'
    when r.organization_type = 'rcos' then 'state'
    else 'local'
  end as scope,
  located.coordinate_precision,
  r.is_synthetic,
  list_filter([
    case when conformed.dispositions.reason is not null then 'id_reused' end,
    case when conformed.addresses.state is null and conformed.addresses.state_label is not null
      and lower(conformed.addresses.state_label) not in ('national', 'unknown') then 'state_unreadable' end,
    case when conformed.addresses.is_state_from_zip then 'state_from_zip' end,
    case when conformed.addresses.zip is null and conformed.addresses.zip_text is not null then 'zip_unreadable' end,
    case when length(main.zip_digits(coalesce(r.zip_as_given, conformed.addresses.zip_text))) in (3, 4, 7, 8) then 'zip_padded' end,
    case when conformed.record_phones.rejected_count > 0 then 'phone_rejected' end,
    case when r.email is not null and main.email_address(r.email) is null then 'email_rejected' end,
    case when r.website is not null and main.web_address(r.website) is null then 'website_rejected' end,
    case when main.tidied(r.extraction_date) is not null and r.extracted_on is null then 'date_unreadable' end,
    case when located.judgement not in ('exact', 'absent') then 'coordinates_' || located.judgement end
  ], lambda issue: issue is not null) as issues
from staging.records as r
join conformed.dispositions using (record_id)
join conformed.addresses using (record_id)
join located using (record_id)
left join conformed.record_phones using (record_id)
where conformed.dispositions.disposition = 'loaded'
