-- title: Service levels and what the newest run of the benchmark measured of them
-- grain: one row per service level
select name, title, unit, direction, target, value, is_met, note
from meta.benchmark_levels
where run_id = (select max(run_id) from meta.benchmark_runs)
order by position
