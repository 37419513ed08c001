-- severity: warning
-- table: meta.source_history
-- because: A state lost more than a third of its organizations from one source since the build before; look whether the source was cut short.
with present as (
  select source, state, organization_count
  from meta.source_history
  where build_id in (select build_id from meta.builds)
), earlier as (
  select source, state, organization_count
  from meta.source_history
  where built_at = (select max(built_at) from meta.source_history where build_id not in (select build_id from meta.builds))
    and build_id not in (select build_id from meta.builds)
)
select
  earlier.source,
  earlier.state,
  earlier.organization_count as earlier_count,
  coalesce(present.organization_count, 0) as present_count
from earlier
left join present on present.source = earlier.source and present.state is not distinct from earlier.state
where earlier.organization_count >= (select value from meta.parameters where name = 'anomaly_smallest_count')
  and coalesce(present.organization_count, 0)
    < earlier.organization_count * (1 - (select value from meta.parameters where name = 'anomaly_drop_share'))
