-- title: Kinds of ties
-- grain: one row per kind of tie
select relationship_type, tie_count
from marts.network_edge_counts
order by tie_count desc, relationship_type
