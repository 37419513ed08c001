-- title: Number of places by match threshold
-- grain: one row per threshold
select threshold, is_used, site_count, round(sites_per_100k, 3) as sites_per_100k, round(share_of_records, 4) as share_of_records
from marts.coverage_thresholds
order by threshold
