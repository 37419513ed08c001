-- title: Result of every check
-- grain: one row per check
select name, severity, table_name, because, failure_count, duration_ms
from meta.check_results
order by failure_count = 0, severity, name
