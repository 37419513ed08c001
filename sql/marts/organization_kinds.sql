-- grain: one row per organization
-- because: the kinds of help that a record gives, by its type and its steps of care, as one text: many records share the same few, which then take no room
-- source: main.organizations, main.organization_continuum; Medicaid is code MD
with bits as (
  select kind, position, 1 << (position - 1) as bit
  from reference.help_kinds
),
steps as (
  select organization_id, bit_or(bit) as steps
  from main.organization_continuum
  join bits on kind = step
  group by organization_id
),
given as (
  select id as organization_id, bit | coalesce(steps, 0) | (select bit from bits where kind = 'all') as kinds
  from main.organizations
  join bits on kind = organization_type
  left join steps on organization_id = id
),
named as (
  select given.kinds, string_agg(kind, ' ' order by position) as names
  from (select distinct kinds from given) as given
  join bits on given.kinds & bit > 0
  group by given.kinds
)
select
  organization_id,
  names as kinds,
  organization_id in (select organization_id from main.organization_services where service_id = 'MD') as accepts_medicaid
from given
join named using (kinds)
order by organization_id
