-- title: Coverage of the nation, states and counties
-- grain: one row per area, kind of help and payer
select * exclude (division)
from marts.coverage_shown
order by kind, payer, level, area
