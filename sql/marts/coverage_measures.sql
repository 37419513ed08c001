-- grain: one row per area, kind of help and payer: all coverage measures side by side
-- materialized: view
-- unit: see coverage_rates, access_distance, access_beyond and access_catchment
-- formula: unplaced_site_count is of the sites listed in the nation, or in the state of a state or county; is_distance_known is false where they are too many to say how far help is
-- source: analysis.unplaced_supply, marts.coverage_rates, marts.access_distance, marts.access_beyond, marts.access_catchment
with unplaced as (
  select
    case when grouping(state) = 0 then state else 'US' end as place,
    kind,
    payer,
    sum(unplaced_count)::integer as unplaced_count,
    bool_and(is_distance_known) as is_distance_known
  from analysis.unplaced_supply
  group by grouping sets ((kind, payer, state), (kind, payer))
  having place is not null
),
rates as (
  select coverage_rates.*, coverage_areas.* exclude (level, area), coalesce(coverage_areas.state, area) as place
  from marts.coverage_rates
  join marts.coverage_areas using (area)
)
select
  level,
  area,
  state,
  name,
  kind,
  payer,
  population,
  coalesce(access_distance.people, point_people) as point_people,
  rurality,
  record_count,
  site_count,
  coalesce(unplaced_count, 0)::integer as unplaced_site_count,
  level = 'nation' or coalesce(is_distance_known, true) as is_distance_known,
  sites_per_100k,
  bed_count,
  beds_per_100k,
  nearest_miles,
  third_nearest_miles,
  share_beyond_near,
  share_beyond_middle,
  share_beyond_far,
  supply_per_100k,
  share_out_of_reach
from rates
left join unplaced using (place, kind, payer)
left join marts.access_distance using (area, kind, payer)
left join marts.access_beyond using (area, kind, payer)
left join marts.access_catchment using (area, kind, payer)
