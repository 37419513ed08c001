select id, org1_id, org2_id, relationship_type, score::double as score
from main.networks
where score is not null
order by id
