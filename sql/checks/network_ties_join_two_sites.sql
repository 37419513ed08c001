-- severity: error
-- table: main.networks
-- because: A place does not refer to itself, however many records describe it.
select networks.id, first.site_id
from main.networks as networks
join analysis.site_members as first on first.organization_id = org1_id
join analysis.site_members as second on second.organization_id = org2_id
where first.site_id = second.site_id and score is not null
