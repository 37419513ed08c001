-- title: Ties between communities
-- grain: one row per pair of communities
select community_1, community_2, tie_count
from marts.network_community_links
order by community_1, community_2
