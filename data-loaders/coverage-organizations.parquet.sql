-- title: Organizations that coverage counts, by county
-- grain: one row per organization of local reach, demonstration records left out
select
  organization_id,
  name,
  organization_type,
  city,
  state,
  county_fips,
  county_method,
  coordinate_precision,
  array_to_string(kinds, ' ') as kinds,
  accepts_medicaid
from marts.coverage_organizations
where is_local_supply
order by state nulls last, county_fips nulls last, name, organization_id
