with grouped as (
  select address_state, organization_type, count(*)::integer as organization_count
  from main.organizations
  group by address_state, organization_type
),
offers as (
  select distinct address_state, organization_type, unnest(from_json(services, '["varchar"]')) as service_name
  from main.organizations
),
varieties as (
  select address_state, organization_type, count(*)::integer as service_count
  from offers
  group by address_state, organization_type
)
select grouped.address_state, grouped.organization_type, grouped.organization_count, coalesce(varieties.service_count, 0) as service_count
from grouped
left join varieties
  on varieties.organization_type = grouped.organization_type
  and varieties.address_state is not distinct from grouped.address_state
order by grouped.address_state, grouped.organization_type
