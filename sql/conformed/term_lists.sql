-- grain: one row per record with at least one term
-- Lists of numbers take a fraction of the memory of lists of names; numbers in the order of the names sort alike.
with gathered as (
  select
    conformed.record_terms.record_id,
    list(conformed.services.name_number) filter (where conformed.services.kind = 'service') as services,
    list(conformed.services.name_number) filter (where conformed.services.kind = 'payment') as payers,
    list(conformed.services.name_number) filter (where conformed.services.kind = 'population') as demographics,
    list(conformed.services.name_number) filter (where conformed.services.kind = 'language') as languages,
    list(conformed.services.code_number) filter (where conformed.services.code_number is not null) as service_codes
  from conformed.record_terms
  join conformed.services using (id_number)
  group by conformed.record_terms.record_id
), words as (
  select list(service_name order by service_name) as names, list(source_code order by source_code) as codes
  from conformed.services
)
select
  gathered.record_id,
  list_select(words.names, list_sort(gathered.services)) as services,
  list_select(words.names, list_sort(gathered.payers)) as payers,
  list_select(words.names, list_sort(gathered.demographics)) as demographics,
  list_select(words.names, list_sort(gathered.languages)) as languages,
  list_select(words.codes, list_sort(gathered.service_codes)) as service_codes
from gathered
cross join words
