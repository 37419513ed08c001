-- grain: one row per organization of national scope
-- source: marts.coverage_organizations without demonstration records
select organization_id, name, organization_type, state
from marts.coverage_organizations
where scope = 'national' and not is_synthetic
order by name, organization_id
