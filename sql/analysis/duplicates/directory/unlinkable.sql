-- grain: one row per organization that has a name and nothing else to compare
select id as organization_id, 'no street, telephone, web or e-mail address and no exact coordinates' as reason
from main.organizations
where
  address_street is null
  and len(phones) = 0
  and website is null
  and email is null
  and coordinate_precision <> 'exact'
order by id
