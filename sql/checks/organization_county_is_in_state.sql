-- severity: warning
-- table: analysis.organization_counties
-- because: The county that holds the coordinates lies in another state than the address; one of the two is wrong, and the record counts in the wrong area.
select id as organization_id, organizations.name, address_state, counties.state as county_state, method
from main.organizations
join analysis.organization_counties on organization_id = id
join reference.counties using (county_fips)
where address_state <> counties.state
