-- grain: one row per community of the network
-- unit: places, ties, shares 0 to 1
-- source: inferred from the directory; possibilities, not referrals that took place
with members as (
  select
    community,
    analysis.network_places.state,
    main.organizations.address_city as city,
    analysis.network_places.longitude,
    analysis.network_places.latitude
  from analysis.network_places
  join main.organizations on main.organizations.id = analysis.network_places.organization_id
  where community >= 0
), cities as (
  select community, state, city, count(*) as place_count
  from members
  where city is not null
  group by all
), largest as (
  select community, arg_min({state: state, city: city}, (-place_count, state, city)) as place
  from cities
  group by community
), state_counts as (
  select community, state, count(*) as place_count
  from members
  group by all
), main_states as (
  select community, arg_min(state, (-place_count, state)) as state
  from state_counts
  group by community
), centres as (
  -- Decimals add up to the same sum in any order of rows; doubles do not.
  select
    community,
    avg(longitude::decimal(18, 12)) as longitude,
    avg(latitude::decimal(18, 12)) as latitude
  from members
  group by community
), inner_ties as (
  select first.community, count(*) as tie_count
  from analysis.network_ties
  join analysis.network_places as first on first.place = place_1
  join analysis.network_places as second on second.place = place_2
  where first.community = second.community
  group by first.community
)
select
  community,
  community_id,
  coalesce(largest.place.city || ', ' || largest.place.state, 'Unnamed') as name,
  main_states.state,
  analysis.network_communities.place_count,
  coalesce(inner_ties.tie_count, 0)::integer as tie_count,
  round(centres.longitude, 4)::double as longitude,
  round(centres.latitude, 4)::double as latitude,
  round(inner_weight_share, 4)::double as inner_weight_share,
  round(seed_stability, 4)::double as seed_stability,
  round(weight_stability, 4)::double as weight_stability
from analysis.network_communities
join centres using (community)
left join main_states using (community)
left join largest using (community)
left join inner_ties using (community)
order by community
