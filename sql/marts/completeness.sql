-- grain: one row per organization type and field
-- unit: share of organizations
-- formula: present_count / organization_count, where a list is present if it holds anything
-- source: the directory
with
present as (
  select
    organization_type,
    true as name,
    address_street is not null as street,
    address_city is not null as city,
    address_state is not null as state,
    address_zip is not null as zip,
    coordinate_precision = 'exact' as exact_coordinates,
    latitude is not null as any_coordinates,
    phone is not null as phone,
    email is not null as email,
    website is not null as website,
    len(services) > 0 as services,
    len(payers) > 0 as payers,
    len(demographics) > 0 as populations,
    capacity.total_beds is not null as beds,
    extraction_date is not null as extraction_date
  from main.organizations
),
fields as (
  unpivot present on columns(* exclude organization_type) into name field value is_present
)
select
  organization_type,
  field,
  count(*)::integer as organization_count,
  (count(*) filter (where is_present))::integer as present_count,
  avg(is_present::integer)::double as present_share
from fields
group by organization_type, field
order by organization_type, field
