-- grain: one row per place, with the address of its representative and its number of records
with counted as (
  select place, count(*)::integer as record_count
  from analysis.network_records
  group by place
)
select
  place,
  main.organizations.address_city as city,
  main.organizations.address_state as state,
  main.organizations.address_zip as zip,
  record_count
from analysis.network_places
join main.organizations on main.organizations.id = organization_id
join counted using (place)
order by place
