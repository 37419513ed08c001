-- grain: one row per organization record that takes part in the network, with its place
with located as (
  select
    id as organization_id,
    id as site,
    address_state as state,
    geohash,
    coordinate_precision = 'exact' as is_exact
  from main.organizations
  where latitude is not null and longitude is not null and not is_synthetic
), representatives as (
  select site, arg_min(located, (not is_exact, organization_id)) as chosen
  from located
  group by site
), numbered as (
  select
    site,
    (row_number() over (
      order by chosen.state nulls last, chosen.geohash, chosen.organization_id
    ) - 1)::integer as place
  from representatives
)
select located.organization_id, numbered.place
from located
join numbered using (site)
order by organization_id
