alter table reference.help_kinds add column organization_type varchar;
alter table reference.help_kinds add column step varchar;
comment on column reference.help_kinds.organization_type is 'Type that gives it; null for any.';
comment on column reference.help_kinds.step is 'Step of the continuum of care, reference.help_kinds.kind; null for any.';
comment on column reference.help_kinds.family is 'all, type, service, or pair: organizations of one type that give one step.';
