-- title: Density and centralization of the network by state
-- grain: one row per state
select state, name, place_count, tie_count, density, centralization
from marts.network_states
order by state
