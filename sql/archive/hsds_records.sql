-- title: A run of organizations with everything that belongs to each, as JSON
with organizations as (
  select *
  from main.organizations
  where id > $after
  order by id
  limit $count
),
terms as (
  select organization_id, list(service_id order by service_id) as service_ids
  from main.organization_services
  semi join organizations on organizations.id = organization_services.organization_id
  group by organization_id
),
steps as (
  select organization_id, list(step order by step) as steps
  from main.organization_continuum
  semi join organizations on organizations.id = organization_continuum.organization_id
  group by organization_id
),
original_values as (
  select organization_id, list({field: field, raw: raw} order by field, raw) as source_values
  from main.source_values
  semi join organizations on organizations.id = source_values.organization_id
  group by organization_id
)
select
  id,
  to_json({
    organization: organizations,
    services: coalesce(service_ids, []),
    steps: coalesce(steps, []),
    source_values: coalesce(source_values, [])
  })::varchar as record
from organizations
left join terms on terms.organization_id = id
left join steps on steps.organization_id = id
left join original_values on original_values.organization_id = id
order by id
