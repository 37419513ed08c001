-- severity: error
-- table: analysis.organization_counties
-- because: Every organization has one row that says its county and how it was found, and every county is one of the map; else coverage by county loses people's help.
select organizations.id as organization_id, county_fips, method
from main.organizations
left join analysis.organization_counties on organization_id = organizations.id
left join reference.counties using (county_fips)
where method is null or (method = 'none') <> (county_fips is null) or (county_fips is not null and counties.name is null)
union all
select organization_id, min(county_fips), 'twice'
from analysis.organization_counties
group by organization_id
having count(*) > 1
