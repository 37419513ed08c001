-- grain: one row per organization and step of the continuum of care
with coded as (
  select main.organization_services.organization_id, reference.continuum.step
  from main.organization_services
  join reference.continuum on reference.continuum.code = main.organization_services.service_id
), typed as (
  select
    id as organization_id,
    case organization_type
      when 'narr_residences' then 'recovery_residence'
      when 'oxford_houses' then 'recovery_residence'
      when 'rccs' then 'peer_support'
      when 'rcos' then 'peer_support'
    end as step
  from main.organizations
), leveled as (
  select id as organization_id, level_of_care as step
  from main.organizations
  where level_of_care in ('inpatient', 'residential', 'outpatient')
)
select distinct organization_id, step
from (select * from coded union all select * from typed union all select * from leveled)
where step is not null
order by step, organization_id
