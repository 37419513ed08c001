-- grain: one row per state and organization type; a null state gathers the organizations without one
-- source: the directory
select
  address_state as state,
  organization_type,
  count(*)::integer as organization_count,
  count(distinct lower(address_city))::integer as city_count,
  (count(*) filter (where is_narr_certified))::integer as narr_certified_count,
  sum(capacity.total_beds)::integer as bed_count
from main.organizations
group by address_state, organization_type
order by address_state nulls last, organization_type
