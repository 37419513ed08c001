-- grain: one row per source and field that no column takes
with keyed as (
  select source, raw, unnest(json_keys(raw)) as field
  from raw.records
  where fault is null
), known as (
  select 'narr_residences' as source, unnest(json_keys(to_json(any_value(r)))) as field from staging.parsed_narr_residences
  union all select 'rccs', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_rccs
  union all select 'rcos', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_rcos
  union all select 'treatment_centers', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_treatment_centers
  union all select distinct 'treatment_centers', unnest(true_keys) from staging.parsed_treatment_centers
  union all select 'oxford_houses', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_oxford_houses
  union all select 'findtreatment', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_findtreatment
  union all select distinct 'findtreatment', unnest(list_transform(flagged_keys, lambda k: k)) from staging.parsed_findtreatment
  union all select source, field from raw.mapped_fields
)
select
  source,
  field,
  count(*)::integer as record_count,
  left(min(json_extract_string(raw, '/' || replace(replace(field, '~', '~0'), '/', '~1'))), 80) as sample
from keyed
anti join known using (source, field)
group by source, field
order by source, field
