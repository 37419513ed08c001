comment on column meta.build_inputs.is_changed is 'True where the two differ; false where there is no build before, and where that build recorded other inputs and not this one.';
