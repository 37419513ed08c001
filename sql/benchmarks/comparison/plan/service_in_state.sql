select id, name, address_city, phone
from main.organizations
where address_state = $state and json_contains(services, to_json($service))
order by name, id
limit 100
