-- title: Share of organizations with a telephone number and with a web address, state by state
-- class: aggregation
-- budget_ms: 500
select
  address_state,
  count(*)::integer as organization_count,
  count(phone) / count(*) as phone_share,
  count(website) / count(*) as website_share
from main.organizations
group by address_state
order by address_state
