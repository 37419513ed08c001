-- grain: one row per match threshold
-- unit: places; places per 100,000 residents of the nation
-- formula: places by single linkage of the pairs at or above the threshold / residents
-- source: analysis.site_thresholds; 2020 Census
select
  threshold,
  threshold = (select value from meta.parameters where name = 'linkage_threshold') as is_used,
  site_count,
  (100000.0 * site_count / coverage_areas.population)::double as sites_per_100k,
  (site_count / nullif(coverage_counts.value, 0))::double as share_of_records
from analysis.site_thresholds
join marts.coverage_areas on level = 'nation'
join marts.coverage_counts on measure = 'local_records'
order by threshold
