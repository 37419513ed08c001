-- grain: one row per term that any organization has, the most frequent first
-- unit: organizations
-- source: the directory
select
  (row_number() over (order by count(*) desc, id))::integer as position,
  id as term_id,
  service_name as name,
  kind,
  service_category as category,
  count(*)::integer as organization_count
from main.organization_services
join main.services on main.services.id = main.organization_services.service_id
group by id, service_name, kind, service_category
order by position
