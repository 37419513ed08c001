-- title: What one organization offers
-- class: lookup
-- budget_ms: 10
-- draw: organization
with offers as (
  select unnest(services) as service_name
  from main.organizations
  where id = $id
)
select service_name
from offers
order by service_name
