-- title: Headline numbers of this build and of the one before
-- grain: one row per headline number
select name, title, unit, old_value, new_value, new_value - old_value as difference, cause
from meta.headline_changes
order by position, name
