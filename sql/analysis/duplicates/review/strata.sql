-- grain: one row per band of match weight, three bits wide, with its pairs and the answers given so far
with banded as (
  select
    id_a,
    id_b,
    is_joined,
    weight >= (select log2(value / (1 - value)) from meta.parameters where name = 'linkage_threshold') as is_above,
    least(6, greatest(-3, floor(weight / 3)))::integer as stratum
  from analysis.match_pairs
),
answered as (
  select
    least(organization_a, organization_b) as id_a,
    greatest(organization_a, organization_b) as id_b,
    any_value(answer) as answer
  from analysis.decisions
  where status in ('applied', 'reanchored') and answer in ('same', 'different')
  group by all
)
select
  stratum,
  is_above,
  count(*)::integer as pair_count,
  count(answer)::integer as answered_count,
  (count(*) filter (where answer = 'same'))::integer as same_count
from banded
left join answered using (id_a, id_b)
group by stratum, is_above
order by stratum, is_above
