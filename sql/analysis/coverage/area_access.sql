-- because: residents of each area and how far they are from help: Σ residents × measure of their point / Σ residents; reads raw.point_access; a state too many of whose sites have no place is left out
with settings as (
  select
    max(value) filter (where name = 'access_near_miles') as near_miles,
    max(value) filter (where name = 'access_middle_miles') as middle_miles,
    max(value) filter (where name = 'access_far_miles') as far_miles
  from meta.parameters
),
kinds as (
  select kind, (position - 1)::integer as bit, 'any' as payer from reference.help_kinds
  union all
  select kind, (position - 1 + count(*) over ())::integer, 'medicaid' from reference.help_kinds
),
known as (
  select bit from raw.point_access group by bit having isfinite(min(first))
),
unknown as (
  select state, kind, payer from analysis.unplaced_supply where not is_distance_known
),
distances as (
  select bit, population_points.state, county_fips, population, first::double as miles, third::double as third_miles, score::double as score
  from raw.point_access
  join known using (bit)
  join kinds using (bit)
  join reference.population_points using (point_id)
  left join unknown on unknown.state = population_points.state and unknown.kind = kinds.kind and unknown.payer = kinds.payer
  where unknown.state is null
),
county_sums as (
  select
    bit,
    state,
    county_fips,
    sum(population) as people,
    sum(population * miles) as people_miles,
    sum(population * third_miles) as people_third_miles,
    sum(population * (miles > near_miles)::integer) as people_beyond_near,
    sum(population * (miles > middle_miles)::integer) as people_beyond_middle,
    sum(population * (miles > far_miles)::integer) as people_beyond_far,
    sum(population * score) as supply,
    sum(population * (score = 0)::integer) as people_out_of_reach
  from distances
  cross join settings
  group by bit, state, county_fips
),
sums as (
  select
    case when grouping(county_fips) = 0 then county_fips when grouping(state) = 0 then state else 'US' end as area,
    bit,
    sum(people) as people,
    sum(people_miles) as people_miles,
    sum(people_third_miles) as people_third_miles,
    sum(people_beyond_near) as people_beyond_near,
    sum(people_beyond_middle) as people_beyond_middle,
    sum(people_beyond_far) as people_beyond_far,
    sum(supply) as supply,
    sum(people_out_of_reach) as people_out_of_reach
  from county_sums
  group by grouping sets ((bit, county_fips), (bit, state), (bit))
  having area is not null
)
select
  area,
  kind,
  payer,
  people,
  people_miles / people as nearest_miles,
  case when isfinite(people_third_miles) then people_third_miles / people end as third_nearest_miles,
  people_beyond_near,
  people_beyond_middle,
  people_beyond_far,
  100000 * supply / people as supply_per_100k,
  people_out_of_reach
from sums
join kinds using (bit)
order by area, kind, payer
