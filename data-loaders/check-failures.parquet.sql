-- title: Offending rows of every check
-- grain: one row per check and offending row
select name, position, failing_row::varchar as failing_row
from meta.check_failures
order by name, position
