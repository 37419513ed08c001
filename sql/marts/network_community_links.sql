-- grain: one row per pair of communities with ties between them, the lower number first
-- unit: ties
-- source: inferred from the directory; possibilities, not referrals that took place
with ends as (
  select least(first.community, second.community) as community_1, greatest(first.community, second.community) as community_2
  from analysis.network_ties
  join analysis.network_places as first on first.place = place_1
  join analysis.network_places as second on second.place = place_2
  where first.community <> second.community
)
select community_1, community_2, count(*)::integer as tie_count
from ends
group by all
order by community_1, community_2
