-- severity: error
-- table: main.organization_services
-- because: Each pair must name an organization and a service that exist; an orphan is a provider that nobody can find.
select organization_id, service_id
from main.organization_services
where organization_id not in (select id from main.organizations)
  or service_id not in (select id from main.services)
