-- title: Runs of the benchmark
-- grain: one row per run, the newest first
select
  run_id, strftime(started_at, '%Y-%m-%dT%H:%M:%SZ') as started_at, round(duration_ms / 1000, 1) as duration_s, is_quick, machine_id,
  cpu_model, cpu_count, memory_mb, platform, node_version, engine_version, load_average, code_version,
  build_id, is_sample, organization_count
from meta.benchmark_runs
order by run_id desc
