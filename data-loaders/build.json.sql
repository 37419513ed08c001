-- title: The build that every page shows
-- grain: one row
select
  build_id,
  strftime(built_at, '%Y-%m-%dT%H:%M:%SZ') as built_at,
  is_sample,
  engine_version,
  code_version
from meta.builds
order by built_at desc
limit 1
