select organization_id, service_id
from main.organization_services
where service_id in (select id from main.services where kind = 'service')
order by service_id, organization_id
