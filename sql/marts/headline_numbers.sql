-- grain: one row per headline number, the figures that pages lead with and that a change note reports
select 'organizations' as name, 'Organizations' as title, 'organizations' as unit, count(*)::double as value
from main.organizations
union all
select 'organizations_' || organization_type, types.title, 'organizations', count(organizations.id)::double
from (
  values
    ('narr_residences', 'Recovery residences of NARR affiliates'),
    ('rccs', 'Recovery community centers'),
    ('rcos', 'Recovery community organizations'),
    ('treatment_centers', 'Treatment centers'),
    ('oxford_houses', 'Oxford Houses')
) as types (organization_type, title)
left join main.organizations using (organization_type)
group by organization_type, types.title
union all
select 'states', 'States and territories with an organization', 'states', count(distinct address_state)::double
from main.organizations
union all
select 'cities', 'Cities with an organization', 'cities', count(distinct (address_state, lower(address_city)))::double
from main.organizations
where address_state is not null and address_city is not null
union all
select 'narr_certified', 'NARR-certified residences', 'organizations', count(*)::double
from main.organizations
where is_narr_certified
union all
select 'phones', 'Organizations with a telephone number', 'organizations', count(phone)::double
from main.organizations
union all
select 'addresses', 'Organizations with a street address', 'organizations', count(*)::double
from main.organizations
where address_street is not null and address_city is not null and address_state is not null
union all
select 'beds', 'Beds stated by the sources', 'beds', coalesce(sum(capacity.total_beds), 0)::double
from main.organizations
union all
select 'available_beds', 'Beds stated to be free', 'beds', coalesce(sum(capacity.available_beds), 0)::double
from main.organizations
union all
select 'services', 'Services in the catalogue', 'services', count(*)::double
from main.services
where kind = 'service'
union all
select 'quarantined', 'Records that could not be loaded', 'records', count(*)::double
from meta.ledger
where disposition = 'quarantined'
