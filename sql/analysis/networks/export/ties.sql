-- grain: one row per tie that the filters leave
select networks.*
from main.networks as networks
join main.organizations as first on first.id = org1_id
join main.organizations as second on second.id = org2_id
where ($state::varchar is null or first.address_state = $state or second.address_state = $state)
  and ($type::varchar is null or relationship_type = $type)
  and (score >= $score::double or (score is null and $with_observed::boolean))
order by networks.id
