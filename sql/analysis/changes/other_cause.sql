-- grain: one row
-- because: a record whose bytes are the same can only differ through what else the build is made from
select coalesce(string_agg(input, ' and ' order by input) filter (is_changed and input <> 'data'), 'data') as cause
from meta.build_inputs
