-- grain: one row per record with at least one term
-- Lists of numbers take a fraction of the memory of lists of names; numbers in the order of the names sort alike.
with numbered as (
  select
    id,
    kind,
    row_number() over (order by service_name)::integer as name_number,
    case when source_code is not null then row_number() over (order by source_code)::integer end as code_number
  from conformed.services
), gathered as (
  select
    conformed.record_terms.record_id,
    list(numbered.name_number) filter (where numbered.kind = 'service') as services,
    list(numbered.name_number) filter (where numbered.kind = 'payment') as payers,
    list(numbered.name_number) filter (where numbered.kind = 'population') as demographics,
    list(numbered.name_number) filter (where numbered.kind = 'language') as languages,
    list(numbered.code_number) filter (where numbered.code_number is not null) as service_codes
  from conformed.record_terms
  join numbered on numbered.id = conformed.record_terms.service_id
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
