-- title: The fifty strongest relationships above 0.7, with names (the plan's network_analysis)
-- class: network
-- budget_ms: 200
with strong as (
  select place_1, place_2, distance_points + services_points + kind_points + certification_points
    + operator_points + funding_points + payers_points as points
  from analysis.network_ties
  where points > 700
),
highest as (
  select points
  from strong
  order by points desc
  limit 50
),
candidates as (
  select
    least(first_places.organization_id, second_places.organization_id) as org1_id,
    greatest(first_places.organization_id, second_places.organization_id) as org2_id,
    org1_id || '_' || org2_id as network_id,
    strong.points / 1000.0 as score
  from strong
  join analysis.network_places as first_places on first_places.place = strong.place_1
  join analysis.network_places as second_places on second_places.place = strong.place_2
  where strong.points >= (select min(points) from highest)
),
strongest as (
  select network_id, org1_id, org2_id, score
  from candidates
  order by score desc, network_id
  limit 50
)
select strongest.network_id, first_organizations.name as name_1, second_organizations.name as name_2, strongest.score
from strongest
join main.organizations as first_organizations on first_organizations.id = strongest.org1_id
join main.organizations as second_organizations on second_organizations.id = strongest.org2_id
order by strongest.score desc, strongest.network_id
