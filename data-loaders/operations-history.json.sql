-- title: Updates and rollbacks
-- grain: one row per run, step and source
select
  run_id,
  step,
  source,
  strftime(started_at, '%Y-%m-%dT%H:%M:%SZ') as started_at,
  strftime(finished_at, '%Y-%m-%dT%H:%M:%SZ') as finished_at,
  status,
  added_count,
  changed_count,
  removed_count,
  unchanged_count,
  reason,
  split_part(actor, '@', 1) as actor,
  build_id
from meta.update_history
order by run_id desc, step, source
