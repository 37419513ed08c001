-- title: Numbers of the linkage
-- grain: one row per number of the linkage
select name, value, unit, description
from marts.duplicate_numbers
order by name
