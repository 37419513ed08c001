-- grain: one row per kind of tie
-- unit: ties
-- source: inferred from the directory, except observed_referral
select relationship_type, count(*)::integer as tie_count
from main.networks
group by relationship_type
order by tie_count desc, relationship_type
