create table meta.builds (
  build_id varchar not null,
  fingerprint varchar not null,
  built_at timestamp not null,
  is_sample boolean not null,
  engine_version varchar not null,
  code_version varchar,
  records_archive varchar not null
);
comment on table meta.builds is 'The build of this warehouse; one row.';
comment on column meta.builds.build_id is 'First 12 hex digits of the fingerprint.';
comment on column meta.builds.fingerprint is 'SHA-256 over the sources, the reference files, sql/, src/ and the engine version.';
comment on column meta.builds.built_at is 'When the build started, UTC.';
comment on column meta.builds.is_sample is 'True where the sources are the generated sample.';
comment on column meta.builds.engine_version is 'DuckDB version that wrote the file.';
comment on column meta.builds.code_version is 'Git commit of the workbench, where there is one.';
comment on column meta.builds.records_archive is 'Name of the Parquet file, beside the warehouse, that holds every original record.';

create table meta.build_steps (
  position integer not null,
  step varchar not null,
  duration_ms double not null
);
comment on table meta.build_steps is 'How long each step of this build took.';
comment on column meta.build_steps.position is 'Order of the step, from 1.';
comment on column meta.build_steps.step is 'Name of the step.';
comment on column meta.build_steps.duration_ms is 'Wall-clock time, milliseconds.';

create table meta.source_files (
  file varchar primary key,
  source varchar not null,
  format varchar not null,
  byte_count bigint not null,
  sha256 varchar not null,
  stated_count integer,
  read_count integer not null,
  extraction_date date,
  is_generated boolean not null
);
comment on table meta.source_files is 'Every file that was read.';
comment on column meta.source_files.file is 'File name within the source folder.';
comment on column meta.source_files.source is 'Name of the source that read it.';
comment on column meta.source_files.format is 'Shape in which the file was recognised.';
comment on column meta.source_files.byte_count is 'Size, bytes.';
comment on column meta.source_files.sha256 is 'SHA-256 of the whole file.';
comment on column meta.source_files.stated_count is 'Number of records that the file says it holds, where it says so.';
comment on column meta.source_files.read_count is 'Number of records found.';
comment on column meta.source_files.extraction_date is 'Extraction date stated by the file; null where absent or unreadable.';
comment on column meta.source_files.is_generated is 'True for files of the generated sample.';

create table meta.ledger (
  record_id integer primary key,
  source varchar not null,
  file varchar not null,
  position integer not null,
  line integer,
  sha256 varchar not null,
  disposition varchar not null,
  organization_id varchar,
  reason varchar
);
comment on table meta.ledger is 'One row per input record, with what became of it: read = loaded + merged + quarantined, per file.';
comment on column meta.ledger.record_id is 'Number of the record over all files, from 1.';
comment on column meta.ledger.source is 'Name of the source.';
comment on column meta.ledger.file is 'File name within the source folder.';
comment on column meta.ledger.position is 'Number of the record within its file, from 1.';
comment on column meta.ledger.line is 'Line of the file on which the record begins, from 1.';
comment on column meta.ledger.sha256 is 'SHA-256 of the record''s bytes.';
comment on column meta.ledger.disposition is 'loaded, merged or quarantined.';
comment on column meta.ledger.organization_id is 'Organization that the record was loaded as or merged into.';
comment on column meta.ledger.reason is 'Why the record was merged or quarantined.';

create table meta.unmapped_fields (
  source varchar not null,
  field varchar not null,
  record_count integer not null,
  sample varchar
);
comment on table meta.unmapped_fields is 'Fields of the sources that no column of the directory takes; their values stay in the records archive.';
comment on column meta.unmapped_fields.source is 'Name of the source.';
comment on column meta.unmapped_fields.field is 'Key or column name.';
comment on column meta.unmapped_fields.record_count is 'Records that have it, with a value.';
comment on column meta.unmapped_fields.sample is 'One value, shortened.';

create table meta.check_results (
  name varchar not null,
  severity varchar not null,
  table_name varchar not null,
  because varchar not null,
  failure_count integer not null,
  duration_ms double not null
);
comment on table meta.check_results is 'Result of every check of this build.';
comment on column meta.check_results.name is 'Name of the file in sql/checks.';
comment on column meta.check_results.severity is 'error (stops publication) or warning.';
comment on column meta.check_results.table_name is 'Table that is checked.';
comment on column meta.check_results.because is 'Why the check matters and what to do.';
comment on column meta.check_results.failure_count is 'Offending rows; 0 means that the check passed.';
comment on column meta.check_results.duration_ms is 'Wall-clock time, milliseconds.';

create table meta.check_failures (
  name varchar not null,
  position integer not null,
  failing_row json not null
);
comment on table meta.check_failures is 'Offending rows of each check.';
comment on column meta.check_failures.name is 'Name of the check.';
comment on column meta.check_failures.position is 'Number of the row, from 1.';
comment on column meta.check_failures.failing_row is 'The row as a JSON object.';

create table meta.parameters (
  name varchar primary key,
  value double not null,
  unit varchar not null,
  source varchar not null,
  description varchar not null
);
comment on table meta.parameters is 'Tunable numbers, from sql/parameters, so that a report can print its own method.';
comment on column meta.parameters.name is 'Name, as SQL and TypeScript use it.';
comment on column meta.parameters.value is 'Value.';
comment on column meta.parameters.unit is 'Unit.';
comment on column meta.parameters.source is 'Where the value comes from.';
comment on column meta.parameters.description is 'What it does.';

create table meta.source_history (
  build_id varchar not null,
  built_at timestamp not null,
  source varchar not null,
  state varchar,
  organization_count integer not null
);
comment on table meta.source_history is 'Organizations by source and state in this and earlier builds, carried from build to build.';
comment on column meta.source_history.build_id is 'Build.';
comment on column meta.source_history.built_at is 'When that build started, UTC.';
comment on column meta.source_history.source is 'Name of the source.';
comment on column meta.source_history.state is 'USPS code; null where unknown.';
comment on column meta.source_history.organization_count is 'Loaded organizations.';
