-- title: What coverage counts
-- grain: one row per headline count
select position, measure, description, value
from marts.coverage_counts
order by position
