-- grain: one row per pair of sources that list one place, in alphabetical order
-- unit: pairs of records
-- source: analysis.match_pairs
with sides as (
  select
    least(a.organization_type, b.organization_type) as one_type,
    greatest(a.organization_type, b.organization_type) as other_type
  from analysis.match_pairs
  join main.organizations as a on a.id = id_a
  join main.organizations as b on b.id = id_b
  where is_joined
)
select one_type, other_type, count(*)::integer as pair_count
from sides
group by one_type, other_type
order by pair_count desc, one_type, other_type
