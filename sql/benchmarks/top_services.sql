-- title: The twenty services offered most
-- class: aggregation
-- budget_ms: 500
select service_name, sum(provider_count)::integer as organization_count
from main.service_coverage
group by service_name
order by organization_count desc, service_name
limit 20
