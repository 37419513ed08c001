-- severity: warning
-- table: main.organizations
-- because: The same name at the same street is listed more than once; the Duplicates report tells which of them are one place.
select lower(name) as name, lower(address_street) as street, address_state, count(*)::integer as organization_count, min(id) as first_id
from main.organizations
where address_street is not null
group by lower(name), lower(address_street), address_state
having count(*) > 1
order by organization_count desc, first_id
