-- title: Organizations that differ from the build before
-- grain: one row per organization, kind of change and field
select change, organization_type, organization_id, previous_id, name, state, field, old_value, new_value, cause, matched_by
from meta.record_changes
order by change, organization_type, organization_id, field
