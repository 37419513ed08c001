-- title: Centre of each ZIP code
-- grain: one row per ZIP code
select zip, city, state, latitude, longitude
from marts.zip_centers
order by zip
