select address_state as state, services[1] as service, services[-1] as other
from main.organizations
where address_state is not null and len(services) > 1
order by id
