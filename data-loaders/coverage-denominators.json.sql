-- title: Denominators in use
-- grain: one row per denominator
select used_for, name, source, vintage, vintage_basis, area_count, people, round(share_of_census, 4) as share_of_census
from marts.coverage_denominators
order by position, name, vintage
