-- title: Candidate pairs by blocking rule
-- grain: one row per blocking rule
select rule, pair_count, only_count, joined_count
from marts.duplicate_rules
order by pair_count desc, rule
