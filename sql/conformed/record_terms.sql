-- grain: one row per record and term
with listed as (
  select record_id, is_converted, 'service' as kind, unnest(service_labels) as label from staging.records
  union all select record_id, is_converted, 'population', unnest(population_labels) from staging.records
  union all select record_id, is_converted, 'payment', unnest(payment_labels) from staging.records
  union all select record_id, is_converted, 'language', unnest(language_labels) from staging.records
  union all select record_id, is_converted, 'facility', unnest(facility_labels) from staging.records
)
select listed.record_id, conformed.labels.service_id
from listed
join conformed.labels using (is_converted, kind, label)
where conformed.labels.service_id is not null
union
select record_id, unnest(service_codes)
from staging.records
