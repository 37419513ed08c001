-- severity: error
-- table: main.networks
-- because: A score that is not the sum of its factors, or not between 0 and 1, cannot be explained to anyone.
with scored as (
  select id, score, factors, map_values(from_json(factors, '"MAP(VARCHAR, DOUBLE)"')) as parts
  from main.networks
  where score is not null
)
select id, score, factors
from scored
where score not between 0 and 1
  or abs(score - list_sum(parts)) > 0.0000001
  or list_min(parts) < 0
