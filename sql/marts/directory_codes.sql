-- grain: one row per organization, in the order of marts.directory; a character’s code less 32 is a term’s position
-- materialized: view
-- source: the directory
with
term_codes as (
  select
    organization_id,
    array_to_string(list_transform(list_sort(list(position)), lambda p: chr(32 + p)), '') as terms
  from main.organization_services
  join marts.directory_terms on term_id = service_id
  group by organization_id
)
select
  (row_number() over (order by address_state nulls last, address_city nulls last, name, id))::integer as position,
  coalesce(terms, '') as terms
from main.organizations
left join term_codes on term_codes.organization_id = id
order by position
