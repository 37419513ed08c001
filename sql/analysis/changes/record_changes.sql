-- grain: one row per organization, kind of change and field
with kept as (
  select
    pairs.matched_by,
    before.id as previous_id,
    before.name as previous_name,
    before.address as previous_address,
    before.content as previous_content,
    after.*,
    before.name_key <> after.name_key as is_renamed,
    before.has_street and after.has_street and before.address_key <> after.address_key as is_moved,
    if(before.sha256 is distinct from after.sha256, 'data', other_cause.cause) as cause
  from changes.pairs
  join changes.records as before on before.id = pairs.before_id and before.side = 'before'
  join changes.records as after on after.id = pairs.after_id and after.side = 'after'
  cross join changes.other_cause
  where before.content <> after.content or before.id <> after.id
),
fields as (
  select kept.*, field, json_extract_string(previous_content, field) as old_value, json_extract_string(content, field) as new_value
  from kept, unnest(json_keys(content)) as keys(field)
  join changes.compared_columns using (field)
),
new as (
  select records.*, if(sha256 in (select sha256 from changes.previous_ledger), other_cause.cause, 'data') as cause
  from changes.records
  cross join changes.other_cause
  where side = 'after' and id not in (select after_id from changes.pairs)
),
gone as (
  select records.*, if(sha256 in (select sha256 from meta.ledger), other_cause.cause, 'data') as cause
  from changes.records
  cross join changes.other_cause
  where side = 'before' and id not in (select before_id from changes.pairs)
)
select 'added' as change, organization_type, id as organization_id, null as previous_id, name, state,
  null as field, null as old_value, null as new_value, cause, null as matched_by
from new
union all
select 'removed', organization_type, id, id, name, state, null, null, null, cause, null
from gone
union all
select 'renamed', organization_type, id, previous_id, name, state, 'name', previous_name, name, cause, matched_by
from kept
where is_renamed
union all
select 'moved', organization_type, id, previous_id, name, state, 'address', previous_address, address, cause, matched_by
from kept
where is_moved
union all
select 'renumbered', organization_type, id, previous_id, name, state, 'id', previous_id, id, cause, matched_by
from kept
where previous_id <> id
union all
select 'changed', organization_type, id, previous_id, name, state, field, old_value, new_value, cause, matched_by
from fields
where old_value is distinct from new_value
  and field <> 'id'
  and not (is_renamed and field = 'name')
  and not (is_moved and (field[:8] = 'address_' or field in ('latitude', 'longitude', 'county', 'coordinate_precision')))
order by change, organization_type, organization_id, field
