-- grain: one row per organization
select
  record_id as organization_id,
  min(record_id) over (partition by label) as site_id,
  is_flagged
from linkage.clusters
join linkage.records using (record)
order by organization_id
