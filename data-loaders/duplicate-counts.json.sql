-- title: Records and sites by state and type
-- grain: one row per state and organization type; null for records without a state; a site of two types counts for each
select state, organization_type, record_count, site_count
from marts.duplicate_counts
order by state nulls last, organization_type
