-- grain: one row per name that several sites bear in one state
-- unit: sites
-- source: analysis.sites
select
  any_value(name order by site_id) as name,
  address_state as state,
  count(*)::integer as site_count,
  count(distinct lower(address_city))::integer as city_count
from analysis.sites
group by analysis.plain_words(name), address_state
having count(*) > 1
order by site_count desc, name, state
