-- title: Coverage by any organization, of the nation and the states
-- grain: one row per nation or state
select * exclude (state, name, rurality)
from marts.coverage_shown
where level <> 'county' and kind = 'all' and payer = 'any'
order by level, area
