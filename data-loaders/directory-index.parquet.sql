-- title: Directory, what lists and maps show
-- grain: one row per organization, in the order of directory-details
select * exclude (position)
from marts.directory_index
order by marts.directory_index.position
