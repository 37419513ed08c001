-- title: What this build was made from, and what of it is new
-- grain: one row per input
select input, left(fingerprint, 12) as fingerprint, left(previous_fingerprint, 12) as previous_fingerprint, is_changed
from meta.build_inputs
order by input
