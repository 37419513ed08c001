-- because: names the kind and payer that each bit of the measurement stands for; reads raw.point_access; a hundredth of a mile is finer than any point is known
with kinds as (
  select kind, (position - 1)::integer as bit, 'any' as payer from reference.help_kinds
  union all
  select kind, (position - 1 + count(*) over ())::integer, 'medicaid' from reference.help_kinds
)
select
  point_id,
  kind,
  payer,
  case when isfinite(first) then round(first, 2) end as nearest_miles,
  case when isfinite(third) then round(third, 2) end as third_nearest_miles,
  score * 100000 as supply_per_100k
from raw.point_access
join kinds using (bit)
order by kind, payer, point_id
