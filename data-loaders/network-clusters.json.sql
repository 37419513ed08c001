-- title: Geographic clusters by density
-- grain: one row per cluster
select cluster_id, cluster_name, state, centroid_lat, centroid_lon, organization_count, place_count, core_count, city_count, radius_km
from marts.network_clusters
order by place_count desc, cluster_id
