-- severity: warning
-- table: analysis.sites
-- because: Records in two states were joined into one place; look at the pair on the Duplicates page and review it.
with placed as (
  select site_members.site_id, address_state
  from analysis.site_members
  join main.organizations on organizations.id = site_members.organization_id
), torn as (
  select site_id
  from placed
  group by site_id
  having min(address_state) <> max(address_state)
)
select site_id, string_agg(distinct address_state, ', ' order by address_state) as states
from placed
join torn using (site_id)
group by site_id
order by site_id
