-- title: Organizations by state since the build before
-- grain: one row per state; none for a first build
select state, count_now, count_before, change, earlier_built_at
from marts.coverage_changes
order by state nulls last
