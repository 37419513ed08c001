-- grain: one row per area: the nation, each state or territory, each county of the map
-- unit: residents
-- source: 2020 Census for states; newest county figures of the reference folder; us-atlas for counties
with point_sums as (
  select
    case when grouping(county_fips) = 0 then county_fips when grouping(state) = 0 then state else 'US' end as area,
    grouping(county_fips) as is_rollup,
    sum(population)::bigint as people,
    string_agg(distinct kind || ' ' || vintage, ', ' order by kind || ' ' || vintage) as source
  from reference.population_points
  group by grouping sets ((state, county_fips), (state), ())
  having grouping(county_fips) = 1 or county_fips is not null
),
points as (
  select area, sum(people)::bigint as people, string_agg(distinct source, ', ' order by source) as source
  from point_sums
  group by area
),
figures as (
  select
    county_fips,
    max(value) filter (where measure = 'population') as population,
    max(vintage) filter (where measure = 'population') as population_vintage,
    max(file) filter (where measure = 'population') as population_source,
    max(value) filter (where measure = 'urban_share') as urban_share,
    max(value) filter (where measure = 'suburban_share') as suburban_share,
    max(value) filter (where measure = 'rural_share') as rural_share,
    max(value) filter (where measure = 'overdose_mortality') as overdose_mortality,
    max(value) filter (where measure = 'vulnerability_rank') as vulnerability_rank,
    max(value) filter (where measure = 'poverty_percent') as poverty_percent
  from reference.county_figures
  group by county_fips
),
areas as (
  select
    'nation' as level, 'US' as area, null as state, 'United States and territories' as name, null as division,
    sum(population_2020)::bigint as population, '2020' as population_vintage, '2020 Census' as population_source,
    null::double as urban_share, null::double as suburban_share, null::double as rural_share,
    null::double as overdose_mortality, null::double as vulnerability_rank, null::double as poverty_percent
  from reference.states
  union all
  select
    'state', state, state, name, division, population_2020, '2020', '2020 Census',
    null, null, null, null, null, null
  from reference.states
  where population_2020 is not null
  union all
  select
    'county', county_fips, counties.state, counties.name, division,
    figures.population, figures.population_vintage, figures.population_source,
    urban_share, suburban_share, rural_share, overdose_mortality, vulnerability_rank, poverty_percent
  from reference.counties
  join reference.states using (state)
  left join figures using (county_fips)
)
select
  level,
  area,
  state,
  areas.name,
  division,
  population::integer as population,
  population_vintage,
  population_source,
  coalesce(points.people, 0)::integer as point_people,
  points.source as point_source,
  (points.people / nullif(population, 0))::double as point_share,
  case
    when rural_share is null then null
    when rural_share >= greatest(urban_share, suburban_share) then 'rural'
    when suburban_share >= urban_share then 'suburban'
    else 'urban'
  end as rurality,
  rural_share::double as rural_share,
  overdose_mortality::double as overdose_mortality,
  vulnerability_rank::double as vulnerability_rank,
  poverty_percent::double as poverty_percent
from areas
left join points using (area)
order by level, area
