-- severity: error
-- table: meta.source_files
-- because: A source that had organizations in the build before and has none now was probably lost on the way; put the file back, or take it out of the history on purpose.
with earlier as (
  select source, sum(organization_count)::integer as organization_count
  from meta.source_history
  where build_id not in (select build_id from meta.builds)
    and built_at = (select max(built_at) from meta.source_history where build_id not in (select build_id from meta.builds))
  group by source
)
select earlier.source, earlier.organization_count as earlier_count
from earlier
where earlier.source not in (select source from meta.ledger where disposition = 'loaded')
