-- grain: one row per state and organization type; a null state gathers the organizations without one
-- source: the directory
-- because: the plan's aggregation asks for the variety of services, which takes fifty times as long to count as to read
with offers as (
  select distinct address_state, organization_type, unnest(services) as service_name
  from main.organizations
), varieties as (
  select address_state, organization_type, count(*)::integer as service_count
  from offers
  group by address_state, organization_type
), counts as (
  select
    address_state,
    organization_type,
    count(*)::integer as organization_count,
    count(distinct lower(address_city))::integer as city_count,
    (count(*) filter (where is_narr_certified))::integer as narr_certified_count,
    sum(capacity.total_beds)::integer as bed_count
  from main.organizations
  group by address_state, organization_type
)
select
  counts.address_state as state,
  counts.organization_type,
  counts.organization_count,
  counts.city_count,
  counts.narr_certified_count,
  counts.bed_count,
  coalesce(varieties.service_count, 0) as service_count
from counts
left join varieties
  on varieties.organization_type = counts.organization_type
  and varieties.address_state is not distinct from counts.address_state
order by state nulls last, counts.organization_type
