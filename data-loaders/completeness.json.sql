-- title: Completeness by organization type and field
-- grain: one row per organization type and field
select organization_type, field, organization_count, present_count, present_share
from marts.completeness
order by organization_type, field
