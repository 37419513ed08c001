-- title: Sites by kind
-- grain: one row per kind of site
select kind, records_each, site_count, record_count, flagged_count
from marts.duplicate_kinds
order by kind, records_each
