-- title: Communities of the network of possible referrals
-- grain: one row per community
select
  community, community_id, name, state, place_count, tie_count, longitude, latitude,
  inner_weight_share, seed_stability, weight_stability
from marts.network_communities
order by community
