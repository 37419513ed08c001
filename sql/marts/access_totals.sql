-- grain: one row per area with population points, kind of help and payer
-- unit: residents, and residents times the measure of their point; the other access marts divide these
-- because: kinds of help that no record of the directory gives are left out: they are not known, rather than nowhere
-- source: analysis.point_access; reference.population_points
with settings as (
  select
    max(value) filter (where name = 'access_near_miles') as near_miles,
    max(value) filter (where name = 'access_middle_miles') as middle_miles,
    max(value) filter (where name = 'access_far_miles') as far_miles
  from meta.parameters
),
known as (
  select kind, payer
  from analysis.point_access
  group by kind, payer
  having max(nearest_miles) is not null
),
distances as (
  select
    point_access.kind,
    point_access.payer,
    state,
    county_fips,
    population,
    coalesce(nearest_miles, 'infinity') as miles,
    third_nearest_miles as third_miles,
    supply_per_100k::double as supply
  from analysis.point_access
  join reference.population_points using (point_id)
  join known on known.kind = point_access.kind and known.payer = point_access.payer
),
county_sums as (
  select
    kind,
    payer,
    state,
    county_fips,
    sum(population) as people,
    sum(population * miles) as people_miles,
    sum(population * coalesce(third_miles, 'infinity')) as people_third_miles,
    sum(population * (miles > near_miles)::integer) as people_beyond_near,
    sum(population * (miles > middle_miles)::integer) as people_beyond_middle,
    sum(population * (miles > far_miles)::integer) as people_beyond_far,
    sum(population * supply) as people_supply,
    sum(population * (supply = 0)::integer) as people_out_of_reach
  from distances
  cross join settings
  group by kind, payer, state, county_fips
)
select
  case when grouping(county_fips) = 0 then county_fips when grouping(state) = 0 then state else 'US' end as area,
  kind,
  payer,
  sum(people)::integer as people,
  sum(people_miles)::double as people_miles,
  sum(people_third_miles)::double as people_third_miles,
  sum(people_beyond_near)::integer as people_beyond_near,
  sum(people_beyond_middle)::integer as people_beyond_middle,
  sum(people_beyond_far)::integer as people_beyond_far,
  sum(people_supply)::double as people_supply,
  sum(people_out_of_reach)::integer as people_out_of_reach
from county_sums
group by grouping sets ((kind, payer, county_fips), (kind, payer, state), (kind, payer))
having area is not null
order by area, kind, payer
