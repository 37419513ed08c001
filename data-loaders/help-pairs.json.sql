-- title: Types of organization and the steps of care that they give
-- grain: one row per type and step
select organization_type, step, record_count, measured_as
from marts.help_pairs
order by organization_type, step
