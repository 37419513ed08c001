alter table meta.headline_changes add column position integer;
comment on column meta.headline_changes.position is 'marts.headline_numbers.position.';
