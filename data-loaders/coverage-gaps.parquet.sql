-- title: Gaps: services that no organization of a state lists, steps of care that no site of a county gives
-- grain: one row per gap
select
  gap_kind, area, state, area_name, missing, missing_name, population, provider_count_elsewhere,
  round(nearest_miles, 1) as nearest_miles, reporting_count
from marts.coverage_gaps
order by gap_kind, area, missing
