comment on table meta.build_inputs is 'What this build was made from, beside the published build that it was compared with: data, code, marts and engine.';
comment on column meta.build_inputs.input is 'data (source and reference files), code (src/, sql/ and packages, without marts), marts (SELECTs of marts, views and checks) or engine (DuckDB).';
