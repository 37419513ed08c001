-- title: County codes that differ between vintages
-- grain: one row per file and code, or county of the map without a population
select problem, file, area, joined_to, because
from marts.coverage_unjoined
order by problem, area, file
