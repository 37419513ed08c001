-- grain: one row per record and term
with numbered as (
  select conformed.labels.is_converted, conformed.labels.kind, conformed.labels.label, conformed.services.id_number
  from conformed.labels
  join conformed.services on conformed.services.id = conformed.labels.service_id
), listed as (
  select record_id, is_converted, 'service' as kind, unnest(service_labels) as label from staging.records
  union all select record_id, is_converted, 'population', unnest(population_labels) from staging.records
  union all select record_id, is_converted, 'payment', unnest(payment_labels) from staging.records
  union all select record_id, is_converted, 'language', unnest(language_labels) from staging.records
  union all select record_id, is_converted, 'facility', unnest(facility_labels) from staging.records
), coded as (
  select record_id, unnest(service_codes) as id from staging.records
)
select listed.record_id, numbered.id_number
from listed
join numbered using (is_converted, kind, label)
union
select coded.record_id, conformed.services.id_number
from coded
join conformed.services using (id)
