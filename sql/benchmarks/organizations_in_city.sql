-- title: The organizations of a city
-- class: geographic
-- budget_ms: 50
-- draw: city
select id, name, organization_type, address_street, phone
from main.organizations
where address_state = $state and address_city = $city
order by name, id
