-- severity: warning
-- table: main.organizations
-- because: More than the tolerated share of an organization type lacks state; a reader cannot reach or choose such a place.
select
  organization_type,
  count(*)::integer as organization_count,
  (count(*) filter (where address_state is null))::integer as missing_count,
  round(count(*) filter (where address_state is null) / count(*), 4) as missing_share
from main.organizations
group by organization_type
having count(*) filter (where address_state is null) / count(*) > (select value from meta.parameters where name = 'completeness_missing_share')
order by organization_type
