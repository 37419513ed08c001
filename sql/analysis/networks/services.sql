-- grain: one row per service that a place of the network offers
with offered as (
  select distinct place, service_id
  from analysis.network_records
  join main.organization_services using (organization_id)
  join main.services on main.services.id = service_id
  where main.services.kind = 'service'
), breadths as (
  select place, count(*) as breadth
  from offered
  group by place
), everywhere as (
  select count(*) as place_count, avg(breadth) as mean_breadth
  from breadths
)
select
  service_id,
  count(*)::integer as place_count,
  (count(*) / any_value(everywhere.place_count))::double as share,
  avg(breadth)::double as mean_breadth,
  (any_value(everywhere.mean_breadth) / avg(breadth))::double as specialization
from offered
join breadths using (place)
cross join everywhere
group by service_id
order by service_id
