select address_state as state, address_city as city
from main.organizations
where address_state is not null and address_city is not null
order by id
