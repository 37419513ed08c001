-- title: How many organizations offer a service, state by state (the plan's service_coverage)
-- class: service
-- budget_ms: 100
-- draw: service
select state, provider_count as organization_count
from main.service_coverage
where service_name = $service
order by state
