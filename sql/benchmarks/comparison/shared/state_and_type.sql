with grouped as (
  select address_state, organization_type, cast(count(*) as integer) as organization_count
  from main.organizations
  group by address_state, organization_type
),
varieties as (
  select organizations.address_state, organizations.organization_type,
    cast(count(distinct organization_services.service_id) as integer) as service_count
  from main.organizations
  join main.organization_services on organization_services.organization_id = organizations.id
  group by organizations.address_state, organizations.organization_type
)
select grouped.address_state, grouped.organization_type, grouped.organization_count, coalesce(varieties.service_count, 0) as service_count
from grouped
left join varieties
  on varieties.organization_type = grouped.organization_type
  and coalesce(varieties.address_state, '') = coalesce(grouped.address_state, '')
order by grouped.address_state is null, grouped.address_state, grouped.organization_type
