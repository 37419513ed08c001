-- severity: error
-- table: analysis.site_members
-- because: Counts by site must hold every record once; a record without a site would vanish from them.
select organizations.id, count(site_members.organization_id)::integer as site_count
from main.organizations
left join analysis.site_members on site_members.organization_id = organizations.id
group by organizations.id
having count(site_members.organization_id) <> 1
order by organizations.id
