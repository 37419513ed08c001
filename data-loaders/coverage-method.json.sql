-- title: Distances, travel zones and weights that coverage is measured with
-- grain: one row per parameter
select name, value, unit, source, description
from meta.parameters
where starts_with(name, 'access_') or starts_with(name, 'catchment_') or name in ('county_snap_miles', 'underserved_quantile', 'small_area_people')
order by name
