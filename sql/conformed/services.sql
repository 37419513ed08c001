-- grain: one row per term of the code book or of a source
with unlisted as (
  select
    service_id as id,
    any_value(label order by label) as label,
    any_value(kind order by kind) as kind,
    any_value(source_code order by source_code) as source_code
  from conformed.record_terms
  where service_id not in (select code from reference.service_codes)
  group by service_id
)
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
order by id
