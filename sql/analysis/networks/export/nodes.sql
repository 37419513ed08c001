-- grain: one row per place with a tie that the filters leave
with ends as (
  select org1_id as id from temp.exported_ties
  union
  select org2_id from temp.exported_ties
)
select
  organizations.id,
  organizations.name as label,
  organizations.organization_type,
  organizations.level_of_care,
  organizations.address_city as city,
  organizations.address_state as state,
  places.community,
  places.degree,
  round(places.page_rank::double, 4) as page_rank,
  places.betweenness::double as betweenness,
  round(places.burt_constraint::double, 4) as burt_constraint,
  places.core_number,
  places.is_articulation_point,
  organizations.longitude,
  organizations.latitude
from ends
join main.organizations as organizations using (id)
left join analysis.network_places as places on places.organization_id = organizations.id
order by organizations.id
