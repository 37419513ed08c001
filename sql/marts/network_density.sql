-- grain: one row per state and city with a tie
-- unit: ties; score 0 to 1
-- formula: ties with at least one end in the city, each counted once; mean of their scores
-- because: decimals add up to the same sum in any order of rows; doubles do not, and means fall between two roundings
-- source: inferred from the directory; possibilities, not referrals that took place
with ends as (
  select id, score, org1_id as organization_id from main.networks where score is not null
  union all
  select id, score, org2_id from main.networks where score is not null
), cities as (
  select distinct
    ends.id,
    ends.score,
    main.organizations.address_state as state,
    lower(main.organizations.address_city) as city_key
  from ends
  join main.organizations on main.organizations.id = ends.organization_id
), names as (
  select address_state as state, lower(address_city) as city_key, min(address_city) as city
  from main.organizations
  group by all
)
select
  state,
  any_value(city) as city,
  count(*)::integer as connection_count,
  round(avg(score::decimal(18, 12)), 4)::double as mean_score
from cities
join names using (state, city_key)
group by state, city_key
order by state, city_key
