-- grain: one row per distinct label, kind and way of reading it
with listed as (
  select is_converted, 'service' as kind, unnest(service_labels) as label from staging.records
  union all select is_converted, 'population', unnest(population_labels) from staging.records
  union all select is_converted, 'payment', unnest(payment_labels) from staging.records
  union all select is_converted, 'language', unnest(language_labels) from staging.records
  union all select is_converted, 'facility', unnest(facility_labels) from staging.records
), tidied as (
  select is_converted, kind, label, main.tidied(label) as tidy_label
  from (select distinct is_converted, kind, label from listed)
)
select
  tidied.is_converted,
  tidied.kind,
  tidied.label,
  tidied.tidy_label,
  coalesce(
    case when tidied.is_converted then reference.conversion_labels.code end,
    reference.service_labels.code,
    reference.service_codes.code,
    nullif(main.slug(tidied.tidy_label), ''),
    -- A label without a single Latin letter or digit has no slug.
    'term-' || left(sha256(lower(tidied.tidy_label)), 8)
  ) as service_id
from tidied
left join reference.conversion_labels on reference.conversion_labels.label = lower(tidied.tidy_label)
left join reference.service_labels on reference.service_labels.label = lower(tidied.tidy_label)
left join reference.service_codes on lower(reference.service_codes.name) = lower(tidied.tidy_label)
where tidied.tidy_label is not null
