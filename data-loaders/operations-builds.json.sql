-- title: Organizations by source in every build
-- grain: one row per build and source
select
  build_id,
  strftime(built_at, '%Y-%m-%dT%H:%M:%SZ') as built_at,
  source,
  sum(organization_count)::integer as organization_count
from meta.source_history
group by all
order by 2, build_id, source
