-- severity: warning
-- table: analysis.sites
-- because: Records in two states were joined into one place; look at the pair on the Duplicates page and review it.
select site_members.site_id, string_agg(distinct address_state, ', ' order by address_state) as states
from analysis.site_members
join main.organizations on organizations.id = site_members.organization_id
group by site_members.site_id
having count(distinct address_state) > 1
order by site_members.site_id
