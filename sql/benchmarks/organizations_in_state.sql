-- title: The first hundred organizations of a state
-- class: geographic
-- budget_ms: 50
-- draw: state
select id, name, organization_type, address_city, phone
from main.organizations
where address_state = $state
order by name, id
limit 100
