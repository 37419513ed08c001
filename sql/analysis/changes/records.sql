-- grain: one row per organization of the published build and of the candidate
with sides as (
  select 'before' as side, * from changes.previous_organizations
  union all by name
  select 'after' as side, * from main.organizations
),
ledgers as (
  select 'before' as side, record_id, sha256 from changes.previous_ledger
  union all
  select 'after' as side, record_id, sha256 from meta.ledger
),
contents as (
  select side, id, json_merge_patch(to_json(compared), '{"side": null, "id": null}') as content
  from (
    select * exclude (record_id, organization_type, extraction_date, last_updated, geohash)
    from sides
  ) as compared
)
select
  side,
  id,
  concat_ws(' ', organization_type, facility_type) as kind,
  organization_type,
  name,
  address_state as state,
  phone,
  nullif(
    concat_ws(', ', address_street, address_unit, address_city, nullif(concat_ws(' ', address_state, address_zip), '')),
    ''
  ) as address,
  address_street is not null as has_street,
  regexp_replace(lower(strip_accents(name)), '[^a-z0-9]+', '', 'g') as name_key,
  regexp_replace(
    lower(strip_accents(concat_ws('', address_street, address_unit, address_city, address_state, address_zip))),
    '[^a-z0-9]+', '', 'g'
  ) as address_key,
  lower(address_city) as city_key,
  sha256,
  content
from sides
join contents using (side, id)
left join ledgers using (side, record_id)
