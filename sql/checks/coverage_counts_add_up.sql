-- severity: error
-- table: marts.coverage_rates
-- because: Organizations by state and those without a state add up to the nation's; and so do the records left out.
with totals as (
  select
    (select record_count from marts.coverage_rates where level = 'nation' and kind = 'all' and payer = 'any') as nation,
    (select sum(record_count) from marts.coverage_rates where level = 'state' and kind = 'all' and payer = 'any') as states,
    (select value from marts.coverage_counts where measure = 'stateless') as stateless,
    (select count(*) from marts.coverage_organizations where is_local_supply and state in ('FM', 'MH', 'PW')) as associated,
    (select value from marts.coverage_counts where measure = 'local_records') as local_records
)
select *
from totals
where nation <> states + stateless + associated or nation <> local_records
