-- grain: one row per headline number
with causes as (
  select string_agg(input, ' and ' order by input = 'data' desc, input) filter (is_changed) as cause
  from meta.build_inputs
)
select
  name,
  coalesce(current.title, previous.title) as title,
  coalesce(current.unit, previous.unit) as unit,
  coalesce(current.position, previous.position) as position,
  previous.value as old_value,
  current.value as new_value,
  if(previous.value is distinct from current.value, causes.cause, null) as cause
from marts.headline_numbers as current
full join changes.previous_headline_numbers as previous using (name)
cross join causes
order by name
