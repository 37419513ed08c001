-- title: Pairs of records by match weight
-- grain: one row per half bit of match weight in which there are pairs
select weight_from, pair_count, joined_count, expected_matches
from marts.duplicate_weights
order by weight_from
