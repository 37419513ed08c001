-- grain: one row per place with a service, whose services are characters, the code of each being the service’s number from 1
with numbered as (
  select id as service_id, row_number() over (order by id) as number
  from main.services
  where kind = 'service'
), offered as (
  select distinct place, number
  from analysis.network_records
  join main.organization_services using (organization_id)
  join numbered using (service_id)
)
select place, string_agg(chr(number::integer), '') as services
from offered
group by place
order by place
