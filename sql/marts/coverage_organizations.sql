-- grain: one row per organization
-- source: the directory; county from analysis.organization_counties; site from analysis.site_members
-- because: everything that coverage counts, with its place, its kinds of help and whether it counts as local supply
with kinds as (
  select id as organization_id, kind
  from main.organizations
  join reference.help_kinds on kind = organization_type or kind = 'all'
  union
  select organization_id, step
  from main.organization_continuum
),
kind_lists as (
  select organization_id, list(kind order by position) as kinds
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
  organizations.id as organization_id,
  site_id,
  organizations.name,
  organization_type,
  address_city as city,
  coalesce(address_state, counties.state) as state,
  county_fips,
  organization_counties.method as county_method,
  latitude,
  longitude,
  coordinate_precision,
  kinds,
  coalesce(accepts_medicaid, false) as accepts_medicaid,
  len(payers) > 0 as states_payers,
  len(services) > 0 as states_services,
  is_narr_certified,
  capacity.total_beds::integer as bed_count,
  scope,
  is_synthetic,
  scope <> 'national' and not is_synthetic as is_local_supply
from main.organizations
join kind_lists on kind_lists.organization_id = organizations.id
left join medicaid on medicaid.organization_id = organizations.id
join analysis.site_members on site_members.organization_id = organizations.id
left join analysis.organization_counties on organization_counties.organization_id = organizations.id
left join reference.counties using (county_fips)
order by organization_id
