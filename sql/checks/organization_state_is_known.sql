-- severity: error
-- table: main.organizations
-- because: Coverage groups by state; a value that is no USPS code would be a fake state on every map.
select id, name, address_state
from main.organizations
where address_state is not null and address_state not in (select state from reference.states)
