-- title: Organizations of a state that offer two services
-- class: service
-- budget_ms: 100
-- draw: two_services
select id, name, address_city, phone
from main.organizations
where address_state = $state and list_contains(services, $service) and list_contains(services, $other)
order by name, id
limit 100
