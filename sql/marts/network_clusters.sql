-- grain: one row per cluster of places by density
-- unit: records, places, cities, kilometres
-- source: the directory’s coordinates; DBSCAN on the sphere
select
  cluster_id, cluster_name, state, centroid_lat, centroid_lon, organization_count, place_count, core_count, city_count, radius_km
from main.geographic_clusters
where level = 'density'
order by place_count desc, cluster_id
