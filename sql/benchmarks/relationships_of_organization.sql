-- title: The twenty strongest relationships of an organization, with names
-- class: network
-- budget_ms: 200
-- draw: related_organization
with own as (
  select place, organization_id
  from analysis.network_places
  where organization_id = $id
),
ends as (
  select place_2 as place, distance_points + services_points + kind_points + certification_points
    + operator_points + funding_points + payers_points as points
  from analysis.network_ties
  where place_1 = (select place from own)
  union all
  select place_1, distance_points + services_points + kind_points + certification_points
    + operator_points + funding_points + payers_points
  from analysis.network_ties
  where place_2 = (select place from own)
),
related as (
  select analysis.network_places.organization_id, ends.points
  from ends
  join analysis.network_places on analysis.network_places.place = ends.place
),
strongest as (
  select
    least(organization_id, $id) || '_' || greatest(organization_id, $id) as network_id,
    organization_id,
    points / 1000.0 as score
  from related
  order by score desc, network_id
  limit 20
)
select strongest.network_id, main.organizations.name, strongest.score
from strongest
join main.organizations on main.organizations.id = strongest.organization_id
order by strongest.score desc, strongest.network_id
