-- grain: one row per tie whose loss would split a component, at most the 200 that cut off most
-- unit: places
-- source: inferred from the directory; possibilities, not referrals that took place
select
  first.organization_id as organization_1,
  one.name as name_1,
  second.organization_id as organization_2,
  other.name as name_2,
  first.state,
  cut_off_count
from analysis.network_bridges
join analysis.network_places as first on first.place = place_1
join analysis.network_places as second on second.place = place_2
join main.organizations as one on one.id = first.organization_id
join main.organizations as other on other.id = second.organization_id
order by cut_off_count desc, organization_1, organization_2
limit 200
