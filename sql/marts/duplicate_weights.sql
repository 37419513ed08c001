-- grain: one row per half bit of match weight in which there are pairs
-- unit: pairs
-- formula: expected_matches = Σ 1 / (1 + 2^−weight) over the pairs
-- because: decimals add up to the same sum in any order of rows; doubles do not
-- source: analysis.match_pairs
select
  (floor(weight * 2) / 2)::double as weight_from,
  count(*)::integer as pair_count,
  (count(*) filter (where is_joined))::integer as joined_count,
  sum(probability::decimal(18, 12))::double as expected_matches
from analysis.match_pairs
group by weight_from
order by weight_from
