-- title: Organizations of a state that offer a service (the plan's geographic_search)
-- class: service
-- budget_ms: 100
-- draw: service_and_state
select id, name, address_city, phone
from main.organizations
where address_state = $state and list_contains(services, $service)
order by name, id
limit 100
