-- grain: one row per place whose closing is worked out
-- unit: places, records, counties, residents, services
-- formula: cut off are places that no longer reach the largest rest of their component; last services are those that no other place of its county offers
-- source: inferred from the directory; residents from reference.population_points
with closing as (
  select
    place,
    bool_or(reason = 'articulation_point') as is_articulation_point,
    bool_or(reason = 'broker') as is_broker,
    max(cut_off_count) as cut_off_count
  from analysis.network_removals
  group by place
), record_counts as (
  select place as cut_off_place, count(*) as record_count
  from analysis.network_records
  group by place
), cut_off_records as (
  select cut_offs.place, sum(record_count) as record_count
  from analysis.network_cut_offs as cut_offs
  join record_counts using (cut_off_place)
  group by cut_offs.place
), place_counties as (
  select places.place, county_fips
  from analysis.network_places as places
  join analysis.organization_counties using (organization_id)
  where county_fips is not null
), county_sizes as (
  select county_fips, count(*) as place_count
  from place_counties
  group by county_fips
), cut_off_counties as (
  select cut_offs.place, county_fips, count(*) as cut_off_count
  from analysis.network_cut_offs as cut_offs
  join place_counties on place_counties.place = cut_offs.cut_off_place
  group by all
), people as (
  select county_fips, sum(population) as population
  from reference.population_points
  where county_fips is not null
  group by county_fips
), whole_counties as (
  select place, count(*) as county_count, sum(population) as people
  from cut_off_counties
  join county_sizes using (county_fips)
  left join people using (county_fips)
  where cut_off_count = place_count
  group by place
), offers as (
  select distinct place_counties.place, county_fips, service_id
  from place_counties
  join analysis.network_records using (place)
  join main.organization_services using (organization_id)
  join main.services on main.services.id = service_id
  where main.services.kind = 'service'
), last_offers as (
  select county_fips, service_id, any_value(place) as place
  from offers
  group by all
  having count(*) = 1
), last_services as (
  select place, count(*) as service_count, string_agg(service_name, '; ' order by service_name) as service_names
  from last_offers
  join main.services on main.services.id = service_id
  group by place
)
select
  closing.place,
  places.organization_id,
  organizations.name,
  organizations.address_city as city,
  places.state,
  reference.counties.name as county,
  people.population::integer as county_people,
  closing.is_articulation_point,
  closing.is_broker,
  places.betweenness::double as betweenness,
  places.betweenness_error::double as betweenness_error,
  round(places.burt_constraint, 4)::double as burt_constraint,
  places.degree,
  closing.cut_off_count,
  coalesce(cut_off_records.record_count, 0)::integer as cut_off_record_count,
  coalesce(whole_counties.county_count, 0)::integer as cut_off_county_count,
  coalesce(whole_counties.people, 0)::integer as cut_off_people,
  coalesce(last_services.service_count, 0)::integer as last_service_count,
  last_services.service_names as last_services
from closing
join analysis.network_places as places using (place)
join main.organizations as organizations on organizations.id = places.organization_id
left join place_counties using (place)
left join reference.counties using (county_fips)
left join people using (county_fips)
left join cut_off_records using (place)
left join whole_counties using (place)
left join last_services using (place)
order by closing.place
