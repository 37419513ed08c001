-- title: The twenty strongest relationships of an organization, with names
-- class: network
-- budget_ms: 200
-- draw: related_organization
with own as materialized (
  select place
  from analysis.network_places
  where organization_id = $id
),
ends as (
  select place_2 as place, distance_points + services_points + kind_points + certification_points
    + operator_points + funding_points + payers_points as points
  from own
  join analysis.network_ties on place_1 = own.place
  union all
  select place_1, distance_points + services_points + kind_points + certification_points
    + operator_points + funding_points + payers_points
  from own
  join analysis.network_ties on place_2 = own.place
)
select
  least(organization_id, $id) || '_' || greatest(organization_id, $id) as network_id,
  main.organizations.name,
  points / 1000.0 as score
from ends
join analysis.network_places using (place)
join main.organizations on main.organizations.id = organization_id
order by score desc, network_id
limit 20
