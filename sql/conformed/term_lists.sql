-- grain: one row per record with at least one term
select
  conformed.record_terms.record_id,
  list_sort(list(conformed.services.service_name) filter (where conformed.services.kind = 'service')) as services,
  list_sort(list(conformed.services.service_name) filter (where conformed.services.kind = 'payment')) as payers,
  list_sort(list(conformed.services.service_name) filter (where conformed.services.kind = 'population')) as demographics,
  list_sort(list(conformed.services.service_name) filter (where conformed.services.kind = 'language')) as languages,
  list_sort(list(conformed.services.source_code) filter (where conformed.services.source_code is not null)) as service_codes
from conformed.record_terms
join conformed.services on conformed.services.id = conformed.record_terms.service_id
group by conformed.record_terms.record_id
