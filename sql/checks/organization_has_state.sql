-- severity: warning
-- table: main.organizations
-- because: A local organization without a readable state is missing from every map; the source's own word is in main.source_values.
select id, name, organization_type, scope
from main.organizations
where address_state is null and scope not in ('national', 'regional')
order by id
