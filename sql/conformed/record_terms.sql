-- grain: one row per record and term
with labelled as (
  select record_id, is_converted, unnest(terms, recursive := true)
  from staging.records
  where len(terms) > 0
), coded as (
  select
    labelled.record_id,
    coalesce(
      case when labelled.is_converted then reference.conversion_labels.code end,
      reference.service_labels.code,
      book.code,
      nullif(main.slug(labelled.label), ''),
      -- A label without a single Latin letter or digit has no slug.
      'term-' || left(sha256(lower(labelled.label)), 8)
    ) as service_id,
    labelled.label,
    labelled.kind,
    null::varchar as source_code
  from labelled
  left join reference.conversion_labels on reference.conversion_labels.label = lower(labelled.label)
  left join reference.service_labels on reference.service_labels.label = lower(labelled.label)
  left join reference.service_codes as book on lower(book.name) = lower(labelled.label)
  union all
  select record_id, unnest(service_codes), unnest(service_codes), 'service', unnest(service_codes)
  from staging.records
  where len(service_codes) > 0
)
select
  record_id,
  service_id,
  any_value(label order by label) as label,
  any_value(kind order by kind) as kind,
  any_value(source_code order by source_code) as source_code
from coded
where service_id <> ''
group by record_id, service_id
