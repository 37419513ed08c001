-- title: Organizations by state and type
-- grain: one row per state and organization type
select state, organization_type, organization_count, city_count, narr_certified_count, bed_count
from marts.state_summary
order by state nulls last, organization_type
