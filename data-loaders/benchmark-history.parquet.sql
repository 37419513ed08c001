-- title: Every figure of every run of the benchmark
-- grain: one row per run and figure
select
  run_id, strftime(meta.benchmark_runs.started_at, '%Y-%m-%dT%H:%M:%SZ') as started_at, machine_id, load_average,
  part, name, variant, query_class, unit, p50, p95, cpu_ms
from meta.benchmark_results
join meta.benchmark_runs using (run_id)
where p50 is not null and part in ('warm', 'throughput', 'storage', 'load')
order by run_id, position
