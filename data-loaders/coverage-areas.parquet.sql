-- title: Areas with their residents, rurality and context
-- grain: one row per area
select
  level, area, state, name, division, population, population_vintage, population_source, point_people, point_source,
  round(point_share, 4) as point_share, rurality, round(rural_share, 3) as rural_share,
  round(overdose_mortality, 1) as overdose_mortality, round(vulnerability_rank, 3) as vulnerability_rank,
  round(poverty_percent, 1) as poverty_percent
from marts.coverage_areas
order by level, area
