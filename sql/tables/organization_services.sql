-- grain: one row per organization and term
with loaded as (
  select record_id, organization_id, row_number() over (order by organization_id)::integer as organization_number
  from conformed.dispositions
  where disposition = 'loaded'
)
select loaded.organization_id, conformed.services.id as service_id
from conformed.record_terms
join loaded using (record_id)
join conformed.services using (id_number)
order by organization_number, id_number
