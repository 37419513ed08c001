-- severity: warning
-- table: analysis.sites
-- because: The records of these sites were parted from others they were linked to, or their weakest pair is below the threshold.
select site_id, name, kind, record_count, least_weight
from analysis.sites
where is_flagged
order by site_id
