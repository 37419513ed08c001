-- title: Statements over their budget in the newest run of the benchmark
-- grain: one row per statement
select name, parameters, round(duration_ms, 1) as duration_ms, budget_ms, plan
from meta.slow_statements
where run_id = (select max(run_id) from meta.benchmark_runs)
order by duration_ms / budget_ms desc, name, parameters
