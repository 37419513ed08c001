with offers as (
  select service_id, count(*)::integer as organization_count
  from main.organization_services
  group by service_id
)
select main.services.service_name, offers.organization_count
from offers
join main.services on main.services.id = offers.service_id
where main.services.kind = 'service'
order by offers.organization_count desc, main.services.service_name
limit 20
