-- severity: error
-- table: main.organization_continuum
-- because: Each step must belong to an existing organization and be a step of the continuum.
select organization_id, step
from main.organization_continuum
where organization_id not in (select id from main.organizations)
  or step not in (select step from reference.continuum_steps)
