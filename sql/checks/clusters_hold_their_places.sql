-- severity: error
-- table: main.geographic_clusters
-- because: Counts that do not match the members would make a region look better or worse served than it is.
with counted as (
  select cluster_id, count(distinct place) as place_count, count(*) as organization_count
  from analysis.place_clusters
  join analysis.network_records using (place)
  group by cluster_id
)
select cluster_id, main.geographic_clusters.place_count, counted.place_count as counted_places
from main.geographic_clusters
full join counted using (cluster_id)
where coalesce(main.geographic_clusters.level, 'density') = 'density'
  and (
    main.geographic_clusters.place_count is distinct from counted.place_count
    or main.geographic_clusters.organization_count is distinct from counted.organization_count
    or main.geographic_clusters.core_count > counted.place_count
  )
