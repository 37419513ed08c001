-- title: Sources fetched by updates
-- grain: one row per run and source
select
  run_id,
  name,
  file,
  address,
  status,
  attempts,
  record_count,
  byte_count::double as byte_count,
  strftime(copy_fetched_at, '%Y-%m-%dT%H:%M:%SZ') as copy_fetched_at,
  reason
from meta.source_fetches
order by run_id desc, name
