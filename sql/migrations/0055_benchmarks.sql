create table meta.benchmark_runs (
  run_id varchar primary key,
  started_at timestamp not null,
  duration_ms double not null,
  is_quick boolean not null,
  machine_id varchar not null,
  cpu_model varchar not null,
  cpu_count integer not null,
  memory_mb integer not null,
  platform varchar not null,
  node_version varchar not null,
  engine_version varchar not null,
  load_average double not null,
  code_version varchar,
  build_id varchar not null,
  fingerprint varchar not null,
  is_sample boolean not null,
  organization_count integer not null
);
comment on table meta.benchmark_runs is 'Runs of workbench benchmark; copied from benchmarks.jsonl, which outlives every warehouse.';
comment on column meta.benchmark_runs.run_id is 'Start of the run; runs sort by it.';
comment on column meta.benchmark_runs.started_at is 'When the run started, UTC.';
comment on column meta.benchmark_runs.duration_ms is 'Wall-clock time, milliseconds.';
comment on column meta.benchmark_runs.is_quick is 'True where less of everything was measured.';
comment on column meta.benchmark_runs.machine_id is 'Digits that tell machines apart without naming them.';
comment on column meta.benchmark_runs.cpu_model is 'Processor.';
comment on column meta.benchmark_runs.cpu_count is 'Processor cores that the program sees.';
comment on column meta.benchmark_runs.memory_mb is 'Memory, MB.';
comment on column meta.benchmark_runs.platform is 'Operating system, its release and the architecture.';
comment on column meta.benchmark_runs.node_version is 'Node.js version.';
comment on column meta.benchmark_runs.engine_version is 'DuckDB version.';
comment on column meta.benchmark_runs.load_average is 'Mean number of running processes in the minute before; above the number of cores, times are those of a busy machine.';
comment on column meta.benchmark_runs.code_version is 'Git commit that built the warehouse, where there is one.';
comment on column meta.benchmark_runs.build_id is 'Build that was measured.';
comment on column meta.benchmark_runs.fingerprint is 'Fingerprint of its sources, program and engine.';
comment on column meta.benchmark_runs.is_sample is 'True where the data was the generated sample.';
comment on column meta.benchmark_runs.organization_count is 'Rows of main.organizations.';

create table meta.benchmark_results (
  run_id varchar not null,
  position integer not null,
  part varchar not null,
  name varchar not null,
  variant varchar not null,
  title varchar not null,
  query_class varchar,
  unit varchar not null,
  sample_count integer not null,
  minimum double,
  p50 double,
  p95 double,
  p99 double,
  maximum double,
  quantiles double[] not null,
  cpu_ms double,
  row_count integer,
  target double,
  is_equal boolean,
  note varchar,
  sql_text varchar,
  plan varchar,
  baseline double,
  change double,
  is_regression boolean not null
);
comment on table meta.benchmark_results is 'Every figure that a benchmark measured.';
comment on column meta.benchmark_results.run_id is 'meta.benchmark_runs.run_id.';
comment on column meta.benchmark_results.position is 'Order of the figure within the run, from 1.';
comment on column meta.benchmark_results.part is 'warm, cold, load, throughput, comparison, storage or scale.';
comment on column meta.benchmark_results.name is 'File of sql/benchmarks, or what was measured.';
comment on column meta.benchmark_results.variant is 'Engine, number of clients or scale; empty where a part has one of each.';
comment on column meta.benchmark_results.title is 'What was measured, in words.';
comment on column meta.benchmark_results.query_class is 'lookup, geographic, service, network or aggregation.';
comment on column meta.benchmark_results.unit is 'ms, records/s, relationships/s, statements/s or MB.';
comment on column meta.benchmark_results.sample_count is 'How many times it was measured.';
comment on column meta.benchmark_results.minimum is 'Smallest value.';
comment on column meta.benchmark_results.p50 is 'Median; null where nothing was measured.';
comment on column meta.benchmark_results.p95 is '95th percentile.';
comment on column meta.benchmark_results.p99 is '99th percentile.';
comment on column meta.benchmark_results.maximum is 'Largest value.';
comment on column meta.benchmark_results.quantiles is 'The quantiles 0, 0.05, … 1.';
comment on column meta.benchmark_results.cpu_ms is 'Median processor time of all threads, milliseconds; other programs hardly change it.';
comment on column meta.benchmark_results.row_count is 'Rows of the answer, median.';
comment on column meta.benchmark_results.target is 'Service level, in the unit.';
comment on column meta.benchmark_results.is_equal is 'Whether the answer equals an independent computation; null where there is nothing to compare.';
comment on column meta.benchmark_results.note is 'Why nothing was measured, or what else to know.';
comment on column meta.benchmark_results.sql_text is 'Text of the query.';
comment on column meta.benchmark_results.plan is 'Plan that DuckDB chose.';
comment on column meta.benchmark_results.baseline is 'Median of the same figure''s medians in earlier runs on the same machine.';
comment on column meta.benchmark_results.change is 'Change for the worse against the baseline, as a share of it; negative for the better.';
comment on column meta.benchmark_results.is_regression is 'True where the change for the worse is beyond benchmark_regression_share.';

create table meta.benchmark_levels (
  run_id varchar not null,
  position integer not null,
  name varchar not null,
  title varchar not null,
  unit varchar not null,
  direction varchar not null,
  target double not null,
  value double,
  is_met boolean,
  note varchar
);
comment on table meta.benchmark_levels is 'Service levels of the plan, and what each run measured of them.';
comment on column meta.benchmark_levels.run_id is 'meta.benchmark_runs.run_id.';
comment on column meta.benchmark_levels.position is 'Order, from 1.';
comment on column meta.benchmark_levels.name is 'Short name.';
comment on column meta.benchmark_levels.title is 'What is promised.';
comment on column meta.benchmark_levels.unit is 'Unit.';
comment on column meta.benchmark_levels.direction is 'at most or at least.';
comment on column meta.benchmark_levels.target is 'The promise, in the unit.';
comment on column meta.benchmark_levels.value is 'What was measured; null where it was not.';
comment on column meta.benchmark_levels.is_met is 'Whether the promise is kept; null where it was not measured.';
comment on column meta.benchmark_levels.note is 'What else to know.';

create table meta.slow_statements (
  run_id varchar not null,
  name varchar not null,
  parameters varchar not null,
  duration_ms double not null,
  budget_ms double not null,
  plan varchar not null
);
comment on table meta.slow_statements is 'Statements of the benchmark that took longer than their budget: the slowest few of each query.';
comment on column meta.slow_statements.run_id is 'meta.benchmark_runs.run_id.';
comment on column meta.slow_statements.name is 'File of sql/benchmarks.';
comment on column meta.slow_statements.parameters is 'Parameters, as JSON.';
comment on column meta.slow_statements.duration_ms is 'Wall-clock time, milliseconds.';
comment on column meta.slow_statements.budget_ms is 'Service level of the query.';
comment on column meta.slow_statements.plan is 'Plan with the time and rows of each operator, from running the statement again at once.';
