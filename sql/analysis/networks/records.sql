-- grain: one row per organization record that takes part in the network, with its place
with records as (
  select
    organizations.id as organization_id,
    coalesce(site_members.site_id, organizations.id) as site,
    organizations.address_state as state,
    organizations.geohash,
    organizations.latitude is not null and organizations.longitude is not null as is_located,
    organizations.coordinate_precision = 'exact' as is_exact
  from main.organizations as organizations
  left join analysis.site_members as site_members on site_members.organization_id = organizations.id
  where not organizations.is_synthetic
), representatives as (
  select site, arg_min(records, (not is_exact, organization_id)) as chosen
  from records
  where is_located
  group by site
), numbered as (
  select
    site,
    (row_number() over (
      order by chosen.state nulls last, chosen.geohash, chosen.organization_id
    ) - 1)::integer as place
  from representatives
)
select records.organization_id, numbered.place
from records
join numbered using (site)
order by organization_id
