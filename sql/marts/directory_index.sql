-- grain: one row per organization, in the order of marts.directory: what lists and maps show
-- materialized: view
-- source: the directory and its changes
with changed as (
  select organization_id, min(change) as change
  from meta.record_changes
  where cause = 'data' and change <> 'removed'
  group by organization_id
)
select
  (row_number() over (order by address_state nulls last, address_city nulls last, name, id))::integer as position,
  id,
  name,
  organization_type,
  address_city as city,
  address_state as state,
  address_zip as zip,
  round(latitude, 4) as latitude,
  round(longitude, 4) as longitude,
  coordinate_precision = 'exact' as is_exact,
  phone,
  level_of_care,
  certification_type,
  is_synthetic,
  change
from main.organizations
left join changed on changed.organization_id = id
order by position
