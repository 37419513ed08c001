-- grain: one row per kind of site
-- unit: sites and records
-- source: analysis.sites
select
  kind,
  record_count::integer as records_each,
  count(*)::integer as site_count,
  sum(record_count)::integer as record_count,
  (count(*) filter (where is_flagged))::integer as flagged_count
from analysis.sites
group by kind, record_count
order by kind, records_each
