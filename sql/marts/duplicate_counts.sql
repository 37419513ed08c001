-- grain: one row per state and organization type; null for records without a state; a site of two types counts for each
-- unit: records and sites
-- source: the directory; analysis.sites
select
  organizations.address_state as state,
  organizations.organization_type,
  count(*)::integer as record_count,
  count(distinct site_members.site_id)::integer as site_count
from main.organizations
join analysis.site_members on site_members.organization_id = organizations.id
group by organizations.address_state, organizations.organization_type
order by state nulls last, organizations.organization_type
