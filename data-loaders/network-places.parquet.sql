-- title: Places of the network
-- grain: one row per place
select
  place, organization_id, name, organization_type, city, state, community, degree,
  page_rank::double as page_rank, betweenness::double as betweenness, burt_constraint::double as burt_constraint,
  longitude::double as longitude, latitude::double as latitude, x::integer as x, y::integer as y
from marts.network_places
order by place
