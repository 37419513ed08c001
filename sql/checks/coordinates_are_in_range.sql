-- severity: error
-- table: main.organizations
-- because: A point outside the United States puts an organization where nobody will find it.
select id, name, latitude, longitude
from main.organizations
where (latitude is null) <> (longitude is null)
  or not main.is_american_point(latitude, longitude)
  or (latitude is null) <> (coordinate_precision = 'none')
