-- grain: one row per readable row of a findtreatment.gov export
with coded as (
  select
    *,
    list_sort(list_transform(
      list_filter(flagged_keys, lambda k: k not in ('name1', 'name2', 'street1', 'street2', 'city', 'state', 'zip', 'zip4', 'county', 'phone', 'intake1', 'intake2')),
      lambda k: upper(k)
    )) as service_codes
  from staging.parsed_findtreatment
)
select
  record_id,
  -- SAMHSA gives no id: one made of what identifies the listing stays the same from export to export.
  'FT_' || upper(left(sha256(lower(concat_ws('|', coalesce(r.type_facility, ''), coalesce(r.name1, ''), coalesce(r.name2, ''),
    coalesce(r.street1, ''), coalesce(r.street2, ''), coalesce(r.city, ''), coalesce(r.state, ''), main.zip5(r.zip)))), 12)) as source_id,
  concat_ws(' - ', main.tidied(r.name1), main.tidied(r.name2)) as name,
  main.present_texts([r.name1, r.name2]) as alternate_names,
  'treatment_centers' as organization_type,
  r.street1 as street,
  r.street2 as unit,
  r.city as city,
  r.state as state_label,
  concat_ws('-', main.zip5(r.zip), nullif(right('0000' || main.zip_digits(r.zip4), 4), '0000')) as zip,
  main.zip_digits(r.zip) as zip_as_given,
  coalesce(r.county, r.countyname) as county,
  [r.phone, r.intake1, r.intake2] as phone_texts,
  r.website as website,
  r.latitude as latitude,
  r.longitude as longitude,
  service_codes,
  'SAMHSA findtreatment.gov' as data_source,
  regexp_extract(file, '(20\d\d)[_-]?(\d\d)[_-]?(\d\d)', 0) as extraction_date,
  nullif(r.type_facility, '') as facility_type,
  case
    when list_has_any(service_codes, ['HI', 'HID', 'HIT', 'PSYH', 'VAMC']) then 'inpatient'
    when list_has_any(service_codes, ['RES', 'RS', 'RL', 'RD', 'HH']) then 'residential'
    when len(service_codes) > 0 then 'outpatient'
  end as level_of_care
from coded
