-- title: Organizations sorted by state, in place of partitions
-- severity: warning
-- source: https://motherduck.com/docs/sql-reference/duckdb-sql-reference/duckdb-statements/create-index
-- read_on: 2026-11-23
-- because: MotherDuck's own storage has no partitions (DuckLake does); rows of one state that lie together let zone maps skip the rest.
with neighbours as (
  select address_state, lag(address_state) over (order by rowid) as before, row_number() over (order by rowid) as position
  from main.organizations
),
runs as (
  select
    count(*) filter (position = 1 or address_state is distinct from before) as run_count,
    count(distinct coalesce(address_state, '')) as state_count
  from neighbours
)
select 'table' as kind, 'main.organizations' as name, run_count || ' runs of ' || state_count || ' states' as detail
from runs
where run_count > state_count
