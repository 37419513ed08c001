-- severity: error
-- table: analysis.sites
-- because: Each site states how many records describe it; the reports add these up.
select sites.site_id, sites.record_count, count(site_members.organization_id)::integer as member_count
from analysis.sites
left join analysis.site_members using (site_id)
group by sites.site_id, sites.record_count
having count(site_members.organization_id) <> sites.record_count
order by sites.site_id
