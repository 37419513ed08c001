-- title: Records that say too little to be compared
-- grain: one row per record that says too little to be compared
select id, name, organization_type, address_city, address_state, reason
from marts.duplicate_unlinkable
order by organization_type, id
