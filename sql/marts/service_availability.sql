-- grain: one row per service and state, zeros included
-- unit: organizations, and those of them that accept Medicaid; organizations per 100,000 residents
-- formula: 100,000 × organizations that list the service / residents; payer_count is the records that list services and state a payer
-- source: main.organization_services, terms of kind service, without national and demonstration records; 2020 Census
with providers as (
  select service_id, state, count(*) as provider_count, count(*) filter (where accepts_medicaid) as medicaid_count
  from main.organization_services
  join marts.coverage_organizations using (organization_id)
  where is_local_supply
  group by service_id, state
),
listed as (
  select service_id, sum(provider_count) as nation_count, sum(medicaid_count) as nation_medicaid_count
  from providers
  group by service_id
),
reports as (
  select
    state,
    count(*) as record_count,
    count(*) filter (where states_services) as reporting_count,
    count(*) filter (where states_services and states_payers) as payer_count
  from marts.coverage_organizations
  where is_local_supply
  group by state
)
select
  service_id,
  service_name,
  service_category,
  states.state,
  coalesce(provider_count, 0)::integer as provider_count,
  nation_count::integer as nation_count,
  coalesce(medicaid_count, 0)::integer as medicaid_count,
  nation_medicaid_count::integer as nation_medicaid_count,
  coalesce(record_count, 0)::integer as record_count,
  coalesce(reporting_count, 0)::integer as reporting_count,
  coalesce(payer_count, 0)::integer as payer_count,
  (100000 * coalesce(provider_count, 0) / population_2020)::double as providers_per_100k
from listed
join main.services on services.id = service_id and services.kind = 'service'
cross join reference.states
left join providers using (service_id, state)
left join reports using (state)
where population_2020 is not null
order by service_id, state
