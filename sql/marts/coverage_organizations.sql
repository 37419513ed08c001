-- grain: one row per organization
-- materialized: view
-- source: the directory; county from analysis.organization_counties; site from analysis.site_members; kinds from marts.organization_kinds
-- because: everything that coverage counts, with its place, its kinds of help and whether it counts as local supply
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
  string_split(kinds, ' ') as kinds,
  accepts_medicaid,
  len(payers) > 0 as states_payers,
  len(services) > 0 as states_services,
  is_narr_certified,
  capacity.total_beds::integer as bed_count,
  scope,
  is_synthetic,
  scope <> 'national' and not is_synthetic as is_local_supply
from main.organizations
join marts.organization_kinds on organization_kinds.organization_id = organizations.id
join analysis.site_members on site_members.organization_id = organizations.id
left join analysis.organization_counties on organization_counties.organization_id = organizations.id
left join reference.counties using (county_fips)
