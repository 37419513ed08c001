-- because: one row per site that people can go to, with the kinds of help that its records give as bits; national and demonstration records are no place to go to
with kinds as (
  select id as organization_id, kind
  from main.organizations
  join reference.help_kinds on kind = organizations.organization_type or kind = 'all'
  union
  select organization_id, step
  from main.organization_continuum
  union
  select organization_id, kind
  from main.organization_continuum
  join main.organizations on id = organization_id
  join reference.help_kinds using (organization_type, step)
),
kind_bits as (
  select organization_id, sum(1 << (position - 1))::integer as kinds
  from kinds
  join reference.help_kinds using (kind)
  group by organization_id
),
medicaid as (
  select organization_id, true as accepts_medicaid
  from main.organization_services
  where service_id = 'MD'
),
located as (
  select
    site_id,
    organizations.id as organization_id,
    coalesce(organizations.longitude, zip_codes.longitude) as longitude,
    coalesce(organizations.latitude, zip_codes.latitude) as latitude,
    coordinate_precision <> 'exact' as is_rough,
    kinds,
    coalesce(accepts_medicaid, false) as accepts_medicaid
  from main.organizations
  join analysis.site_members on site_members.organization_id = organizations.id
  left join reference.zip_codes on zip_codes.zip = organizations.address_zip
  join kind_bits on kind_bits.organization_id = organizations.id
  left join medicaid on medicaid.organization_id = organizations.id
  where scope <> 'national' and not is_synthetic and coalesce(organizations.longitude, zip_codes.longitude) is not null
)
select
  site_id,
  first(longitude order by is_rough, organization_id) as longitude,
  first(latitude order by is_rough, organization_id) as latitude,
  bit_or(kinds)::integer as kinds,
  bit_or(case when accepts_medicaid then kinds else 0 end)::integer as medicaid_kinds
from located
group by site_id
order by longitude, latitude, site_id
