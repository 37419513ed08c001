-- title: Ties whose loss would split the network
-- grain: one row per tie
select organization_1, name_1, organization_2, name_2, state, cut_off_count
from marts.network_bridges
order by cut_off_count desc, organization_1, organization_2
