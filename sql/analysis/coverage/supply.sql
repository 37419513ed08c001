-- because: one row per site that can be placed, with the kinds of help that its records give as bits; reads raw.local_supply
select
  site_id,
  first(longitude order by is_rough, organization_id) as longitude,
  first(latitude order by is_rough, organization_id) as latitude,
  bit_or(kinds)::integer as kinds,
  bit_or(medicaid_kinds)::integer as medicaid_kinds
from raw.local_supply
where longitude is not null
group by site_id
order by longitude, latitude, site_id
