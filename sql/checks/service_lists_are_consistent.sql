-- severity: error
-- table: main.organizations
-- because: The list of services in an organization's row and its rows in organization_services must tell the same, or two reports disagree.
with related as (
  select main.organization_services.organization_id as id, count(*)::integer as related_count
  from main.organization_services
  join main.services on main.services.id = main.organization_services.service_id
  where main.services.kind = 'service'
  group by main.organization_services.organization_id
)
select main.organizations.id, len(main.organizations.services)::integer as listed_count, coalesce(related.related_count, 0) as related_count
from main.organizations
left join related using (id)
where len(main.organizations.services) <> coalesce(related.related_count, 0)
