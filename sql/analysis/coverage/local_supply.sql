-- because: one row per record that people can go to, with its place, if it has one, and the kinds of help that it gives as bits; national and demonstration records are no place to go to
with kinds as (
  select id as organization_id, kind
  from main.organizations
  join reference.help_kinds on kind = organizations.organization_type or kind = 'all'
  union
  select organization_id, step
  from main.organization_continuum
  union
  select organization_id, kind
  from main.organization_continuum
  join main.organizations on id = organization_id
  join reference.help_kinds using (organization_type, step)
),
kind_bits as (
  select organization_id, sum(1 << (position - 1))::integer as kinds
  from kinds
  join reference.help_kinds using (kind)
  group by organization_id
),
medicaid as (
  select organization_id, true as accepts_medicaid
  from main.organization_services
  where service_id = 'MD'
)
select
  site_id,
  organizations.id as organization_id,
  coalesce(address_state, counties.state) as state,
  coalesce(organizations.longitude, zip_codes.longitude) as longitude,
  coalesce(organizations.latitude, zip_codes.latitude) as latitude,
  coordinate_precision <> 'exact' as is_rough,
  kinds,
  case when accepts_medicaid then kinds else 0 end as medicaid_kinds
from main.organizations
join analysis.site_members on site_members.organization_id = organizations.id
left join analysis.organization_counties on organization_counties.organization_id = organizations.id
left join reference.counties using (county_fips)
left join reference.zip_codes on zip_codes.zip = organizations.address_zip
join kind_bits on kind_bits.organization_id = organizations.id
left join medicaid on medicaid.organization_id = organizations.id
where scope <> 'national' and not is_synthetic
