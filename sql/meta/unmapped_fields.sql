-- grain: one row per source and field that no column takes
with keyed as (
  -- Records of one dialect have the same keys, so their key lists are few.
  select source, json_keys(raw) as fields, count(*) as record_count, min(record_id) as first_record_id
  from raw.records
  where fault is null
  group by source, fields
), listed as (
  select source, unnest(fields) as field, record_count, first_record_id
  from keyed
), known as (
  select 'narr_residences' as source, unnest(json_keys(to_json(any_value(r)))) as field from staging.parsed_narr_residences
  union all select 'rccs', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_rccs
  union all select 'rcos', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_rcos
  union all select 'treatment_centers', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_treatment_centers
  union all select distinct 'treatment_centers', unnest(true_keys) from staging.parsed_treatment_centers
  union all select 'oxford_houses', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_oxford_houses
  union all select 'findtreatment', unnest(json_keys(to_json(any_value(r)))) from staging.parsed_findtreatment
  union all select distinct 'findtreatment', unnest(flagged_keys) from staging.parsed_findtreatment
  union all select source, field from raw.mapped_fields
), unmapped as (
  select source, field, sum(record_count)::integer as record_count, min(first_record_id) as record_id
  from listed
  anti join known using (source, field)
  group by source, field
)
select
  unmapped.source,
  unmapped.field,
  unmapped.record_count,
  left(json_extract_string(raw.records.raw, '/' || replace(replace(unmapped.field, '~', '~0'), '/', '~1')), 80) as sample
from unmapped
join raw.records using (record_id)
order by unmapped.source, unmapped.field
