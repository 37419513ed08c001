-- title: Coverage of the nation and the states
-- grain: one row per nation or state, kind of help and payer
select * exclude (state, name, rurality)
from marts.coverage_shown
where level <> 'county'
order by level, area, kind, payer
