select services.service_name, offers.organization_count
from (
  select service_id, cast(count(*) as integer) as organization_count
  from main.organization_services
  group by service_id
) as offers
join main.services on services.id = offers.service_id
order by offers.organization_count desc, services.service_name
limit 20
