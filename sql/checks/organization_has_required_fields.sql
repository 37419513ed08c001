-- severity: error
-- table: main.organizations
-- because: An organization without id, name or type cannot be found or counted.
select id, name, organization_type
from main.organizations
where id is null or id = '' or name is null or trim(name) = ''
  or organization_type is null
  or organization_type not in ('narr_residences', 'rccs', 'rcos', 'treatment_centers', 'oxford_houses', 'human_services')
