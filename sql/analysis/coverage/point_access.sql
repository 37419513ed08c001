-- because: names the kind that each bit of the measurement stands for; reads raw.point_access; a hundredth of a mile is finer than any point is known; a state too many of whose sites have no place is left out
with kinds as (
  select kind, (position - 1)::integer as bit from reference.help_kinds
),
unknown as (
  select state, kind from analysis.unplaced_supply where payer = 'any' and not is_distance_known
),
known as (
  select bit from raw.point_access group by bit having isfinite(min(first))
)
select
  point_id,
  kinds.kind,
  round(first, 2) as nearest_miles,
  case when isfinite(third) then round(third, 2) end as third_nearest_miles,
  score * 100000 as supply_per_100k
from raw.point_access
join known using (bit)
join kinds using (bit)
join reference.population_points using (point_id)
left join unknown on unknown.state = population_points.state and unknown.kind = kinds.kind
where unknown.state is null
order by point_id, bit
