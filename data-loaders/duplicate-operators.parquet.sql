-- title: Names that several sites bear
-- grain: one row per name that several sites bear in one state
select name, state, site_count, city_count
from marts.duplicate_operators
order by site_count desc, name, state
