-- grain: one row per area
-- unit: steps of the continuum of care, of those that the directory knows
-- formula: a step is missing where no site of the area gives it; distance is to the nearest site that does, in or out of the area
-- because: a step that no record of the directory gives is not known, rather than missing, and is left out; so is one without a site here if too many of the state's sites of it have no place
-- source: marts.coverage_measures
with known_steps as (
  select kind, help_kinds.name as step_name, position
  from marts.coverage_measures
  join reference.help_kinds using (kind)
  where level = 'nation' and payer = 'any' and family = 'service' and site_count > 0
)
select
  level,
  area,
  coverage_measures.state,
  coverage_measures.name,
  max(population)::integer as population,
  max(point_people)::integer as point_people,
  (count(*) filter (where site_count > 0 or is_distance_known))::integer as known_count,
  (count(*) filter (where site_count > 0))::integer as step_count,
  (count(*) filter (where site_count = 0 and is_distance_known))::integer as missing_count,
  string_agg(step_name, ', ' order by position) filter (where site_count = 0 and is_distance_known) as missing_steps,
  max(nearest_miles)::double as farthest_step_miles,
  (first(step_name order by nearest_miles desc nulls last, position))::varchar as farthest_step
from marts.coverage_measures
join known_steps using (kind)
where payer = 'any'
group by level, area, coverage_measures.state, coverage_measures.name
order by level, area
