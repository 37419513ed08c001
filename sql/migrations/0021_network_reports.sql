create view marts.network_places as
select
  places.place,
  places.organization_id,
  organizations.name,
  organizations.organization_type,
  organizations.address_city as city,
  places.state,
  places.community,
  places.degree,
  places.page_rank,
  places.betweenness,
  places.burt_constraint,
  places.core_number,
  places.is_articulation_point,
  places.longitude,
  places.latitude,
  places.x,
  places.y
from analysis.network_places as places
join main.organizations as organizations on organizations.id = places.organization_id;
comment on view marts.network_places is 'Places of the network with the name, type and city of the record that stands for each; analysis.network_places as reports may read it.';
