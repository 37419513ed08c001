-- title: Records of each site that has several
-- grain: one row per record of a site that has several
select *
from marts.duplicate_members
order by is_flagged desc, record_count desc, site_id, id
