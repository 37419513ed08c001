-- title: Pairs of records that may be one place, with the evidence
-- grain: one row per pair of records that may be one place
select *
from marts.duplicate_pairs
order by weight desc, id_a, id_b
