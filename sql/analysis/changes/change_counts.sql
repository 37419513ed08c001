-- grain: one row per organization type
with totals as (
  select organization_type, count(*) as organization_count
  from main.organizations
  group by organization_type
),
changes_by_type as (
  select
    organization_type,
    count(distinct organization_id) filter (change = 'added') as added_count,
    count(distinct organization_id) filter (change in ('renamed', 'moved', 'changed')) as changed_count,
    count(distinct organization_id) filter (change = 'removed') as removed_count,
    count(distinct organization_id) filter (change = 'renamed') as renamed_count,
    count(distinct organization_id) filter (change = 'moved') as moved_count,
    count(distinct organization_id) filter (change = 'renumbered') as renumbered_count
  from changes.record_changes
  group by organization_type
)
select
  organization_type,
  coalesce(added_count, 0)::integer as added_count,
  coalesce(changed_count, 0)::integer as changed_count,
  coalesce(removed_count, 0)::integer as removed_count,
  (coalesce(organization_count, 0) - coalesce(added_count, 0) - coalesce(changed_count, 0))::integer as unchanged_count,
  coalesce(renamed_count, 0)::integer as renamed_count,
  coalesce(moved_count, 0)::integer as moved_count,
  coalesce(renumbered_count, 0)::integer as renumbered_count
from totals
full join changes_by_type using (organization_type)
order by organization_type
