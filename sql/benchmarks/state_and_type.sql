-- title: Organizations and variety of services per state and type (the plan's aggregation_query)
-- class: aggregation
-- budget_ms: 500
select state, organization_type, organization_count, service_count
from main.state_summary
order by state, organization_type
