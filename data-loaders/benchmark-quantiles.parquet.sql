-- title: How the times of each query are spread, from the newest run
-- grain: one row per query, warm or cold, and quantile
with figures as (
  select part, position, name, unnest(quantiles) as duration_ms, generate_subscripts(quantiles, 1)::integer as step
  from meta.benchmark_results
  where run_id = (select max(run_id) from meta.benchmark_runs)
    and part in ('warm', 'cold')
)
select part, name, step, duration_ms
from figures
order by part, position, step
