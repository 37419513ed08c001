-- title: How many organizations offer a service
-- class: service
-- budget_ms: 100
-- draw: service
select coalesce(sum(provider_count), 0)::integer as organization_count
from main.service_coverage
where service_name = $service
