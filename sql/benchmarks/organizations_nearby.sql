-- title: The twenty nearest organizations within 25 km
-- class: geographic
-- budget_ms: 50
-- draw: point
with boxed as materialized (
  select
    id,
    name,
    -- Literals are doubles (e0), since decimals would each be converted when the statement is planned.
    12742.0176e0 * asin(sqrt(
      sin(radians(latitude - $latitude) / 2e0) ** 2
      + cos(radians($latitude)) * cos(radians(latitude)) * sin(radians(longitude - $longitude) / 2e0) ** 2
    )) as distance_km
  from main.organizations
  where latitude between $latitude - 0.225e0 and $latitude + 0.225e0
    and longitude between $longitude - 0.225e0 / cos(radians($latitude)) and $longitude + 0.225e0 / cos(radians($latitude))
)
select id, name, round(distance_km, 6) as distance_km
from boxed
where distance_km <= 25e0
order by distance_km, id
limit 20
