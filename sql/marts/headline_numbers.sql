-- grain: one row per headline number, the figures that pages lead with and that a change note reports
with numbers as (
  select 1 as position, 'organizations' as name, 'Organizations' as title, 'organizations' as unit, count(*) as value
  from main.organizations
  union all
  select types.position, 'organizations_' || organization_type, types.title, 'organizations', count(organizations.id)
  from (
    values
      (2, 'narr_residences', 'Recovery residences of NARR affiliates'),
      (3, 'rccs', 'Recovery community centers'),
      (4, 'rcos', 'Recovery community organizations'),
      (5, 'treatment_centers', 'Treatment centers'),
      (6, 'oxford_houses', 'Oxford Houses')
  ) as types (position, organization_type, title)
  left join main.organizations using (organization_type)
  group by types.position, organization_type, types.title
  union all
  select 7, 'narr_certified', 'NARR-certified residences', 'organizations', count(*)
  from main.organizations
  where is_narr_certified
  union all
  select 8, 'states', 'States and territories with an organization', 'states', count(distinct address_state)
  from main.organizations
  union all
  select 9, 'cities', 'Cities with an organization', 'cities', count(distinct (address_state, lower(address_city)))
  from main.organizations
  where address_state is not null and address_city is not null
  union all
  select 10, 'addresses', 'Organizations with a street address', 'organizations', count(*)
  from main.organizations
  where address_street is not null and address_city is not null and address_state is not null
  union all
  select 11, 'phones', 'Organizations with a telephone number', 'organizations', count(phone)
  from main.organizations
  union all
  select 12, 'beds', 'Beds stated by the sources', 'beds', coalesce(sum(capacity.total_beds), 0)
  from main.organizations
  union all
  select 13, 'available_beds', 'Beds stated to be free', 'beds', coalesce(sum(capacity.available_beds), 0)
  from main.organizations
  union all
  select 14, 'services', 'Services in the catalogue', 'services', count(*)
  from main.services
  where kind = 'service'
  union all
  select 15, 'quarantined', 'Records that could not be loaded', 'records', count(*)
  from meta.ledger
  where disposition = 'quarantined'
  union all
  select 16, 'coordinates', 'Organizations with exact coordinates', 'organizations', count(*)
  from main.organizations
  where coordinate_precision = 'exact'
  union all
  select 17, 'places', 'Real places, duplicates counted once', 'places', count(*)
  from analysis.sites
  union all
  select 18, 'referrals', 'Possible referrals between places', 'pairs', count(*)
  from main.networks
  union all
  select 19, 'communities', 'Communities of places', 'communities', count(*)
  from analysis.network_communities
  union all
  -- Rounded, since the order in which threads add up decides the last digits.
  select 20, 'nearest_miles', 'Mean distance of a resident to the nearest place', 'miles', round(nearest_miles, 1)
  from marts.access_distance
  where area = 'US' and kind = 'all' and payer = 'any'
)
select position::integer as position, name, title, unit, value::double as value
from numbers
