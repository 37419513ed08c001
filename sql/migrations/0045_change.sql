create table meta.update_history (
  run_id varchar not null,
  step varchar not null,
  source varchar,
  started_at timestamp not null,
  finished_at timestamp,
  status varchar not null,
  added_count integer,
  changed_count integer,
  removed_count integer,
  unchanged_count integer,
  reason varchar,
  actor varchar not null,
  build_id varchar
);
comment on table meta.update_history is 'Updates and rollbacks up to this build, one row per run, step and source; copied from the update log, which outlives every warehouse.';
comment on column meta.update_history.run_id is 'Start of the run and a few digits of its own; runs sort by it.';
comment on column meta.update_history.step is 'oxford-vacancies, samhsa-quarterly or network-analysis; build for changes in sources that no step of the run fetched; rollback.';
comment on column meta.update_history.source is 'Source whose records the counts are of; null where the step compared none.';
comment on column meta.update_history.started_at is 'When the run started, UTC.';
comment on column meta.update_history.finished_at is 'When the run finished, UTC; null for one that was interrupted.';
comment on column meta.update_history.status is 'published, unchanged (nothing new to build), skipped (not due), failed, interrupted or rolled_back.';
comment on column meta.update_history.added_count is 'Organizations that the build before did not have.';
comment on column meta.update_history.changed_count is 'Organizations with another name, address or any other field.';
comment on column meta.update_history.removed_count is 'Organizations that only the build before had.';
comment on column meta.update_history.unchanged_count is 'Organizations equal in every compared field.';
comment on column meta.update_history.reason is 'Why the step was skipped or failed, or what the operator said.';
comment on column meta.update_history.actor is 'Who ran it: user@host, or the actor of the continuous integration.';
comment on column meta.update_history.build_id is 'Build that the run published, or to which a rollback went back.';

create table meta.source_fetches (
  run_id varchar not null,
  step varchar not null,
  name varchar not null,
  file varchar not null,
  address varchar not null,
  status varchar not null,
  attempts integer,
  record_count integer,
  byte_count bigint,
  sha256 varchar,
  copy_fetched_at timestamp,
  reason varchar
);
comment on table meta.source_fetches is 'What became of every source that an update fetched, one row per run and source.';
comment on column meta.source_fetches.run_id is 'meta.update_history.run_id.';
comment on column meta.source_fetches.step is 'Step that fetched it.';
comment on column meta.source_fetches.name is 'Name of the source in workbench.json.';
comment on column meta.source_fetches.file is 'File in the source folder that it replaces.';
comment on column meta.source_fetches.address is 'Address or path, without user, password and the values of its query.';
comment on column meta.source_fetches.status is 'fetched, unchanged or failed.';
comment on column meta.source_fetches.attempts is 'Requests that were made; null for a source that failed.';
comment on column meta.source_fetches.record_count is 'Records of the copy in use; null where there is none.';
comment on column meta.source_fetches.byte_count is 'Size of the copy in use, bytes.';
comment on column meta.source_fetches.sha256 is 'SHA-256 of the copy in use.';
comment on column meta.source_fetches.copy_fetched_at is 'When the copy in use was fetched, UTC: its age where the fetch failed.';
comment on column meta.source_fetches.reason is 'Why the fetch failed.';

create table meta.build_inputs (
  input varchar not null,
  fingerprint varchar not null,
  previous_fingerprint varchar,
  is_changed boolean not null
);
comment on table meta.build_inputs is 'What this build was made from, beside the published build that it was compared with: data, code and engine.';
comment on column meta.build_inputs.input is 'data (source and reference files), code (src/, sql/ and packages) or engine (DuckDB).';
comment on column meta.build_inputs.fingerprint is 'SHA-256, or the version of the engine.';
comment on column meta.build_inputs.previous_fingerprint is 'The same of the build before; null where there is none.';
comment on column meta.build_inputs.is_changed is 'True where the two differ; false where there is no build before.';

create table meta.record_changes (
  change varchar not null,
  organization_type varchar not null,
  organization_id varchar not null,
  previous_id varchar,
  name varchar not null,
  state varchar,
  field varchar,
  old_value varchar,
  new_value varchar,
  cause varchar not null,
  matched_by varchar
);
comment on table meta.record_changes is 'Organizations that differ from the published build before, one row per organization, kind of change and field.';
comment on column meta.record_changes.change is 'added, removed, renamed, moved, changed or renumbered (same organization under another id).';
comment on column meta.record_changes.organization_type is 'As in main.organizations.';
comment on column meta.record_changes.organization_id is 'Id in this build; in the build before for a removed one.';
comment on column meta.record_changes.previous_id is 'Id in the build before; null for an added one.';
comment on column meta.record_changes.name is 'Name in this build; in the build before for a removed one.';
comment on column meta.record_changes.state is 'USPS code; null where unknown.';
comment on column meta.record_changes.field is 'Column that differs; name for a renamed one, address for a moved one; null for added and removed ones.';
comment on column meta.record_changes.old_value is 'Value in the build before; lists and structures as JSON.';
comment on column meta.record_changes.new_value is 'Value in this build.';
comment on column meta.record_changes.cause is 'data where the source''s record has other bytes or is new or gone; else what else changed: code, engine or both.';
comment on column meta.record_changes.matched_by is 'Rule that paired the two records; null for added and removed ones.';

create table meta.change_counts (
  organization_type varchar not null,
  added_count integer not null,
  changed_count integer not null,
  removed_count integer not null,
  unchanged_count integer not null,
  renamed_count integer not null,
  moved_count integer not null,
  renumbered_count integer not null
);
comment on table meta.change_counts is 'Organizations by what became of them since the published build before; empty where there was none.';
comment on column meta.change_counts.organization_type is 'As in main.organizations.';
comment on column meta.change_counts.added_count is 'New organizations.';
comment on column meta.change_counts.changed_count is 'Organizations with a difference in any compared field, renamed and moved ones included.';
comment on column meta.change_counts.removed_count is 'Organizations that are gone.';
comment on column meta.change_counts.unchanged_count is 'Organizations without a difference.';
comment on column meta.change_counts.renamed_count is 'Changed organizations with another name.';
comment on column meta.change_counts.moved_count is 'Changed organizations with another address.';
comment on column meta.change_counts.renumbered_count is 'Organizations, changed or not, with another id.';

create table meta.headline_changes (
  name varchar not null,
  title varchar not null,
  unit varchar not null,
  old_value double,
  new_value double,
  cause varchar
);
comment on table meta.headline_changes is 'Every headline number in this build and in the published build before.';
comment on column meta.headline_changes.name is 'marts.headline_numbers.name.';
comment on column meta.headline_changes.title is 'What the number counts.';
comment on column meta.headline_changes.unit is 'Unit.';
comment on column meta.headline_changes.old_value is 'Value in the build before; null where it had none.';
comment on column meta.headline_changes.new_value is 'Value in this build; null where it has none.';
comment on column meta.headline_changes.cause is 'data, code, engine, or several of them joined by “and”; null where the number is the same or there is no build before.';
