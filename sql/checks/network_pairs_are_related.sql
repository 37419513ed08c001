-- severity: error
-- table: main.networks
-- because: Both ends of a tie must be organizations of the directory.
select id, org1_id, org2_id
from main.networks
where org1_id not in (select id from main.organizations)
  or org2_id not in (select id from main.organizations)
