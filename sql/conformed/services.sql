-- grain: one row per term of the code book or of a source
-- Numbers stand for the terms until lists and pairs are sorted: in the order of the ids, names and codes they sort alike, in a
-- fraction of the time and memory.
with named as (
  select service_id as id, tidy_label as label, kind, null::varchar as source_code
  from conformed.labels
  where service_id is not null
  union all
  select distinct code, code, 'service', code
  from (select unnest(service_codes) as code from staging.records)
), unlisted as (
  select id, min(label) as label, min(kind) as kind, min(source_code) as source_code
  from named
  where id not in (select code from reference.service_codes)
  group by id
), terms as (
  select code as id, name as service_name, category as service_category, description, kind, code as source_code, true as is_in_code_book
  from reference.service_codes
  union all by name
  select
    id,
    -- Two labels may differ only in punctuation; the id keeps the names apart.
    case when count(*) over (partition by lower(label)) > 1 or lower(label) in (select lower(name) from reference.service_codes)
      then label || ' (' || id || ')' else label end as service_name,
    kind,
    source_code,
    false as is_in_code_book
  from unlisted
)
select
  *,
  row_number() over (order by id)::integer as id_number,
  row_number() over (order by service_name)::integer as name_number,
  case when source_code is not null then row_number() over (order by source_code)::integer end as code_number
from terms
order by id
