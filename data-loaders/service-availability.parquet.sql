-- title: Availability of services by state
-- grain: one row per service and state, zeros included
select
  service_id, service_name, service_category, state, provider_count, nation_count, medicaid_count, nation_medicaid_count,
  record_count, reporting_count, payer_count,
  round(providers_per_100k, 3) as providers_per_100k
from marts.service_availability
order by service_id, state
