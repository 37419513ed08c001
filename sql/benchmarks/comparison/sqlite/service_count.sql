select count(*) as organization_count
from main.organization_services
where service_id = (select services.id from main.services where services.service_name = $service)
