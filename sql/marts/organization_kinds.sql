-- grain: one row per organization
-- because: the kinds of help that a record gives, by its type and its steps of care, as one text: many records share the same few, which then take no room
-- source: main.organizations, main.organization_continuum; Medicaid is code MD
with bits as (
  select kind, position, family, organization_type, step, 1 << (position - 1) as bit
  from reference.help_kinds
),
steps as (
  select organization_id, bit_or(bit) as steps
  from main.organization_continuum
  join bits using (step)
  where family = 'service'
  group by organization_id
),
single as (
  select id as organization_id, organizations.organization_type, coalesce(steps, 0) as steps, bit | coalesce(steps, 0) as bits
  from main.organizations
  join bits on kind = organizations.organization_type
  left join steps on organization_id = id
),
pairs as (
  select pairs.organization_type, services.bit as step_bit, pairs.bit
  from bits as pairs
  join bits as services on services.step = pairs.step and services.family = 'service'
  where pairs.family = 'pair'
),
lists as (
  select distinct organization_type, steps, bits from single
),
complete as (
  select
    lists.organization_type,
    steps,
    any_value(bits) | coalesce(bit_or(pairs.bit), 0) | (select bit from bits where kind = 'all') as kinds
  from lists
  left join pairs on pairs.organization_type = lists.organization_type and steps & step_bit > 0
  group by lists.organization_type, steps
),
given as (
  select organization_id, kinds
  from single
  join complete using (organization_type, steps)
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
