-- title: What the closing of a place would cut off
-- grain: one row per articulation point or leading broker
select
  place, organization_id, name, city, state, county, county_people, is_articulation_point, is_broker,
  betweenness, betweenness_error, burt_constraint, degree,
  cut_off_count, cut_off_record_count, cut_off_county_count, cut_off_people, last_service_count, last_services
from marts.network_removals
order by cut_off_count desc, betweenness desc, place
