-- title: Every figure of the benchmark, each part from the newest run that measured it
-- grain: one row per figure
with newest as (
  select part, max(run_id) as run_id
  from meta.benchmark_results
  group by part
)
select
  meta.benchmark_results.run_id, part, position, name, variant, title, query_class, unit, sample_count,
  minimum, p50, p95, p99, maximum, cpu_ms, row_count, target, is_equal, note, sql_text, plan,
  baseline, change, is_regression
from meta.benchmark_results
join newest using (part, run_id)
order by part, position
