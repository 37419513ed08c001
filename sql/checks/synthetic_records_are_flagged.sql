-- severity: warning
-- table: main.organizations
-- because: The source declares these records a demonstration data set: no such place may exist. Reports can leave them out.
select id, name, address_state, data_source
from main.organizations
where is_synthetic
order by id
