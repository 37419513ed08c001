-- severity: warning
-- table: main.organizations
-- because: The ZIP code belongs to another state than the address names: one of the two is wrong.
select main.organizations.id, main.organizations.name, main.organizations.address_state, main.organizations.address_zip, reference.zip_codes.state as zip_state
from main.organizations
join reference.zip_codes on reference.zip_codes.zip = main.organizations.address_zip
where main.organizations.address_state <> reference.zip_codes.state
order by main.organizations.id
