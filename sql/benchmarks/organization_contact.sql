-- title: How to reach one organization
-- class: lookup
-- budget_ms: 10
-- draw: organization
select name, phone, website, address_street, address_city, address_state, address_zip
from main.organizations
where id = $id
