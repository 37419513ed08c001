-- title: How many organizations offer a service, state by state
-- class: service
-- budget_ms: 100
-- draw: service
select main.organizations.address_state, count(*)::integer as organization_count
from main.services
join main.organization_services on main.organization_services.service_id = main.services.id
join main.organizations on main.organizations.id = main.organization_services.organization_id
where main.services.service_name = $service
group by main.organizations.address_state
order by main.organizations.address_state
