-- title: The twenty nearest organizations within 25 km
-- class: geographic
-- budget_ms: 50
-- draw: point
with boxed as materialized (
  select
    id,
    name,
    2 * 6371.0088 * asin(least(1, sqrt(
      pow(sin(radians(latitude - $latitude) / 2), 2)
      + cos(radians($latitude)) * cos(radians(latitude)) * pow(sin(radians(longitude - $longitude) / 2), 2)
    ))) as distance_km
  from main.organizations
  where latitude between $latitude - 0.225 and $latitude + 0.225
    and longitude between $longitude - 0.225 / cos(radians($latitude)) and $longitude + 0.225 / cos(radians($latitude))
)
select id, name, round(distance_km, 6) as distance_km
from boxed
where distance_km <= 25
order by distance_km, id
limit 20
