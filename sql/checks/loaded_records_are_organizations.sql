-- severity: error
-- table: main.organizations
-- because: Each loaded record is exactly one organization and each organization exactly one loaded record; anything else means a join lost or doubled rows.
select coalesce(loaded.record_id, main.organizations.record_id) as record_id, loaded.organization_id, main.organizations.id
from (select record_id, organization_id from meta.ledger where disposition = 'loaded') as loaded
full join main.organizations on main.organizations.record_id = loaded.record_id and main.organizations.id = loaded.organization_id
where loaded.record_id is null or main.organizations.record_id is null
