-- grain: one row per organization and field that normalization changed or rejected
with pairs as (
  select
    main.organizations.id as organization_id,
    unnest([
      {field: 'address_state', raw: conformed.addresses.state_label, kept: main.organizations.address_state},
      {field: 'address_zip', raw: coalesce(r.zip_as_given, conformed.addresses.zip_text), kept: main.organizations.address_zip},
      {field: 'phone', raw: coalesce(conformed.record_phones.rejected_texts, conformed.record_phones.first_text), kept: main.organizations.phone},
      {field: 'email', raw: r.email, kept: main.organizations.email},
      {field: 'website', raw: r.website, kept: main.organizations.website},
      {field: 'extraction_date', raw: r.extraction_date, kept: main.organizations.extraction_date::varchar},
      {field: 'latitude', raw: r.latitude, kept: case when main.organizations.coordinate_precision = 'exact' then main.organizations.latitude::varchar end},
      {field: 'longitude', raw: r.longitude, kept: case when main.organizations.coordinate_precision = 'exact' then main.organizations.longitude::varchar end},
      {field: 'address_street', raw: r.address_line, kept: main.organizations.address_street}
    ], recursive := true)
  from main.organizations
  join staging.records as r using (record_id)
  join conformed.addresses using (record_id)
  left join conformed.record_phones using (record_id)
)
select organization_id, field, raw
from pairs
where raw is not null and raw <> ''
  and (field <> 'address_zip' or raw is distinct from kept || '-' || right(main.zip_digits(raw), 4))
  and raw is distinct from kept
  and (field not in ('latitude', 'longitude') or try_cast(raw as double) is distinct from try_cast(kept as double))
  -- A number that differs in punctuation only is the same number.
  and (field <> 'phone' or kept is null or not regexp_matches(raw, '^[^0-9]*(1[^0-9]*)?' || regexp_replace(right(kept, 10), '(.)', '\1[^0-9]*', 'g')))
order by organization_id, field
