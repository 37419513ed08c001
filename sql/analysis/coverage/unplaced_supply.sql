-- because: a site without a place is in no distance, so that distances come out too long; where such sites are more than a share of a state's, its distances are not known; reads raw.local_supply
with settings as (
  select max(value) filter (where name = 'access_most_unplaced') as most_unplaced
  from meta.parameters
),
records as (
  select
    site_id,
    state,
    count(longitude) over (partition by site_id) = 0 as is_unplaced,
    kinds,
    medicaid_kinds
  from raw.local_supply
),
sites as (
  select
    site_id,
    state,
    bool_and(is_unplaced) as is_unplaced,
    bit_or(kinds) as any_kinds,
    bit_or(medicaid_kinds) as medicaid_kinds
  from records
  group by site_id, state
),
offers as (
  select state, kind, payer, is_unplaced
  from sites
  cross join reference.help_kinds
  cross join lateral (values ('any', any_kinds), ('medicaid', medicaid_kinds)) as offer (payer, kinds)
  where (kinds >> (position - 1)) & 1 = 1
)
select
  state,
  kind,
  payer,
  count(*)::integer as site_count,
  (count(*) filter (where is_unplaced))::integer as unplaced_count,
  count(*) filter (where is_unplaced) <= any_value(most_unplaced) * count(*) as is_distance_known
from offers
cross join settings
group by state, kind, payer
having unplaced_count > 0
order by state, kind, payer
