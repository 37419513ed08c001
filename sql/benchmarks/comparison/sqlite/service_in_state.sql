select organizations.id, organizations.name, organizations.address_city, organizations.phone
from main.organizations
where organizations.address_state = $state
  and exists (
    select 1
    from main.organization_services
    where organization_services.service_id = (select services.id from main.services where services.service_name = $service)
      and organization_services.organization_id = organizations.id
  )
order by organizations.name, organizations.id
limit 100
