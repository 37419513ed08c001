-- grain: one row per state
-- unit: organizations
-- formula: organizations of this build − organizations of the build before
-- source: meta.source_history
with present as (
  select state, sum(organization_count) as count_now
  from meta.source_history
  where build_id in (select build_id from meta.builds)
  group by state
),
earlier_builds as (
  select build_id, built_at
  from meta.source_history
  where built_at < (select max(built_at) from meta.builds)
  qualify row_number() over (order by built_at desc, build_id) = 1
),
earlier as (
  select state, sum(organization_count) as count_before
  from meta.source_history
  where build_id in (select build_id from earlier_builds)
  group by state
)
select
  coalesce(present.state, earlier.state) as state,
  coalesce(count_now, 0)::integer as count_now,
  coalesce(count_before, 0)::integer as count_before,
  (coalesce(count_now, 0) - coalesce(count_before, 0))::integer as change,
  earlier_builds.built_at as earlier_built_at
from present
full join earlier on earlier.state is not distinct from present.state
cross join earlier_builds
order by state nulls last
