-- grain: one row per type of organization and step of care
-- unit: records that count as local supply
-- formula: a pair is measured as its type where every record of the type gives the step, as the step where nobody else gives it, as a pair of its own where sql/seeds/help_kinds.csv names it, else not
-- source: marts.coverage_organizations
with records as (
  select organization_type, kinds
  from marts.coverage_organizations
  where is_local_supply
),
types as (
  select kind as organization_type, count(kinds) as type_count
  from reference.help_kinds
  left join records on records.organization_type = kind
  where family = 'type'
  group by kind
),
steps as (
  select kind as step, count(kinds) as step_count
  from reference.help_kinds
  left join records on list_contains(kinds, kind)
  where family = 'service'
  group by kind
),
listed as (
  select organization_type, unnest(kinds) as step from records
),
both_counts as (
  select organization_type, step, count(*) as both_count
  from listed
  group by organization_type, step
)
select
  organization_type,
  step,
  coalesce(both_count, 0)::integer as record_count,
  case
    when kind is not null then kind
    when both_count = type_count then organization_type
    when both_count = step_count then step
  end as measured_as
from types
cross join steps
left join both_counts using (organization_type, step)
left join reference.help_kinds using (organization_type, step)
order by organization_type, step
