-- title: Directory, the terms of each organization
-- grain: one row per organization, in the order of directory-details; a character’s code less 32 is a term’s position
select terms
from marts.directory_codes
order by marts.directory_codes.position
