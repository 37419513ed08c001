-- title: Organizations by what became of them since the build before
-- grain: one row per organization type
select
  organization_type,
  added_count,
  changed_count,
  removed_count,
  unchanged_count,
  renamed_count,
  moved_count,
  renumbered_count
from meta.change_counts
order by organization_type
