-- grain: one row per area
-- unit: steps of the continuum of care, of seven
-- formula: a step is missing where no site of the area gives it; distance is to the nearest site that does, in or out of the area
-- source: marts.coverage_measures
select
  level,
  area,
  coverage_measures.state,
  coverage_measures.name,
  max(population)::integer as population,
  max(point_people)::integer as point_people,
  (count(*) filter (where site_count > 0))::integer as step_count,
  (count(*) filter (where site_count = 0))::integer as missing_count,
  string_agg(help_kinds.name, ', ' order by position) filter (where site_count = 0) as missing_steps,
  max(nearest_miles)::double as farthest_step_miles,
  (arg_max(help_kinds.name, nearest_miles))::varchar as farthest_step
from marts.coverage_measures
join reference.help_kinds using (kind)
where family = 'service' and payer = 'any'
group by level, area, coverage_measures.state, coverage_measures.name
order by level, area
