select state, services[1 + record_id % len(services)] as service
from (select address_state as state, services, record_id, id from main.organizations)
where state is not null and len(services) > 0
order by id
