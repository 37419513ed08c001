-- severity: warning
-- table: main.organizations
-- because: The coordinates lie far from the ZIP code's centre: one of the two is wrong, and distances to this organization with it.
with measured as (
  select
    main.organizations.id,
    main.organizations.name,
    main.organizations.address_zip,
    main.great_circle_km(
      main.organizations.latitude, main.organizations.longitude, reference.zip_codes.latitude, reference.zip_codes.longitude
    ) as distance_km
  from main.organizations
  join reference.zip_codes on reference.zip_codes.zip = main.organizations.address_zip
  where main.organizations.coordinate_precision = 'exact'
)
select id, name, address_zip, round(distance_km, 1) as distance_km
from measured
where distance_km > (select value from meta.parameters where name = 'far_from_zip_km')
order by distance_km desc, id
