-- grain: one row per severity
select
  severity,
  (count(*) filter (where failure_count = 0))::integer as passed,
  (count(*) filter (where failure_count > 0))::integer as failed
from meta.check_results
group by severity
order by severity
