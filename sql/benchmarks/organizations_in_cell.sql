-- title: The organizations of a geohash cell of five characters (about 5 by 5 km)
-- class: geographic
-- budget_ms: 50
-- draw: cell
select id, name, latitude, longitude
from main.organizations
where geohash >= $cell and geohash < $cell || '~'
order by id
