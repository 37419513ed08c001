with offers as (
  select unnest(from_json(services, '["varchar"]')) as service_name
  from main.organizations
)
select service_name, cast(count(*) as integer) as organization_count
from offers
group by service_name
order by organization_count desc, service_name
limit 20
