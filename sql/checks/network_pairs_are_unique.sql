-- severity: error
-- table: main.networks
-- because: A pair counts once, its smaller id first, and no organization refers to itself.
select org1_id, org2_id, count(*) as row_count
from main.networks
group by org1_id, org2_id, relationship_type = 'observed_referral'
having count(*) > 1 or org1_id >= org2_id
