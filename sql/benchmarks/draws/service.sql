select service_name as service
from main.services
where kind = 'service'
  and id in (select service_id from main.organization_services)
order by service_name
