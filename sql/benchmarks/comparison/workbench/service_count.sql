select count(*)::integer as organization_count
from main.organization_services
join main.services on main.services.id = main.organization_services.service_id
where main.services.service_name = $service
