with groups as (
  select address_state, organization_type, count(*)::integer as organization_count
  from main.organizations
  group by address_state, organization_type
),
offers as (
  select distinct address_state, organization_type, unnest(services) as service_name
  from main.organizations
),
varieties as (
  select address_state, organization_type, count(*)::integer as service_count
  from offers
  group by address_state, organization_type
)
select
  groups.address_state,
  groups.organization_type,
  groups.organization_count,
  coalesce(varieties.service_count, 0) as service_count
from groups
left join varieties
  on varieties.organization_type = groups.organization_type
  and varieties.address_state is not distinct from groups.address_state
order by groups.address_state, groups.organization_type
