-- grain: one row per record that says too little to be compared
-- source: analysis.unlinkable
select
  unlinkable.organization_id as id,
  organizations.name,
  organizations.organization_type,
  organizations.address_city,
  organizations.address_state,
  unlinkable.reason
from analysis.unlinkable
join main.organizations on organizations.id = unlinkable.organization_id
order by organization_type, id
