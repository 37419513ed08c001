-- grain: one row per source and state of this build
select
  meta.builds.build_id,
  meta.builds.built_at,
  meta.ledger.source,
  main.organizations.address_state as state,
  count(*)::integer as organization_count
from main.organizations
join meta.ledger using (record_id)
cross join meta.builds
group by all
order by source, state
