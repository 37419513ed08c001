-- grain: one row per record of a site that has several
-- source: analysis.sites
select
  site_members.site_id,
  sites.kind,
  sites.record_count,
  sites.least_weight,
  sites.is_flagged,
  sites.name as site_name,
  sites.address_state as site_state,
  organizations.id,
  organizations.id = sites.canonical_id as is_canonical,
  organizations.organization_type,
  organizations.facility_type,
  organizations.name,
  organizations.address_street,
  organizations.address_unit,
  organizations.address_city,
  organizations.address_state,
  organizations.address_zip,
  organizations.phone,
  organizations.website,
  organizations.data_source,
  kept.fields as survives
from analysis.site_members
join analysis.sites using (site_id)
join main.organizations on organizations.id = site_members.organization_id
left join (
  select organization_id, string_agg(field || ' (' || reason || ')', ', ' order by field) as fields
  from analysis.site_fields
  group by organization_id
) as kept on kept.organization_id = organizations.id
where sites.record_count > 1
order by sites.is_flagged desc, sites.record_count desc, site_members.site_id, organizations.id
