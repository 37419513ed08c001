-- severity: error
-- table: meta.ledger
-- because: A merged record must name the organization that it was merged into, or its content is out of reach.
select record_id, file, position, organization_id
from meta.ledger
where disposition = 'merged'
  and (organization_id is null or organization_id not in (select id from main.organizations))
