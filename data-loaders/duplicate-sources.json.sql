-- title: Which sources list the same place
-- grain: one row per pair of sources that list one place, in alphabetical order
select one_type, other_type, pair_count
from marts.duplicate_sources
order by pair_count desc, one_type, other_type
