-- title: What the model learned of each level
-- grain: one row per comparison and level
select comparison, position, level, label, aspect, by_frequency, m, u, weight
from marts.duplicate_levels
order by position, level
