-- title: Organizations of national scope, apart from local coverage
-- grain: one row per organization
select organization_id, name, organization_type, state
from marts.national_organizations
order by name, organization_id
