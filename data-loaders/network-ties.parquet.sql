-- title: Ties of the network of possible referrals
-- grain: one row per pair of places
select
  place_1, place_2, relationship_type, direction::integer as direction, round(distance_km::double, 1) as distance_km,
  distance_points::integer as distance_points, services_points::integer as services_points, kind_points::integer as kind_points,
  certification_points::integer as certification_points, operator_points::integer as operator_points,
  funding_points::integer as funding_points, payers_points::integer as payers_points, plan_points::integer as plan_points
from marts.network_ties
order by place_1, place_2
