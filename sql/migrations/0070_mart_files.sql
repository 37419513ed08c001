create table meta.mart_files (
  path varchar not null,
  sha256 varchar not null
);
comment on table meta.mart_files is 'The SELECTs of marts, views and checks that this build ran, so that the next one can tell which have changed.';
comment on column meta.mart_files.path is 'File, from the root of the repository.';
comment on column meta.mart_files.sha256 is 'SHA-256 of its text.';
comment on column meta.check_results.duration_ms is 'Wall-clock time, milliseconds; of the build that last ran it, where a build after a change of marts alone took over the result.';
