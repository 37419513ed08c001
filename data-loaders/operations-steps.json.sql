-- title: How long each step of the build took
-- grain: one row per step
select position, step, duration_ms
from meta.build_steps
order by position
