select id, name, address_city, phone
from main.organizations
where address_state = $state and services @> to_jsonb(cast($service as text))
order by name, id
limit 100
