-- grain: one row per comparison and level
-- unit: shares, 0 to 1; bits
-- formula: weight = log2(m / u), Fellegi and Sunter 1969, doi:10.1080/01621459.1969.10501049
-- source: analysis.match_levels
select comparison, position, level, label, aspect, by_frequency, m, u, weight
from analysis.match_levels
order by position, level
