-- grain: one row per service and state
-- source: the directory; only terms of kind “service”
select
  main.services.id as service_id,
  main.services.service_name,
  main.services.service_category,
  main.organizations.address_state as state,
  count(*)::integer as provider_count
from main.organization_services
join main.services on main.services.id = main.organization_services.service_id
join main.organizations on main.organizations.id = main.organization_services.organization_id
where main.services.kind = 'service'
group by all
order by service_id, state nulls last
