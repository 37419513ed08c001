-- title: An engine that MotherDuck takes
-- severity: error
-- source: https://motherduck.com/docs/troubleshooting/version-lifecycle-schedules
-- read_on: 2026-11-23
-- because: MotherDuck refuses clients outside its range of versions.
with engine as (
  select string_split(ltrim(version(), 'v'), '.')[1:3]::integer[] as part
)
select 'engine' as kind, 'DuckDB' as name, version() as detail
from engine
where part[1] * 10000 + part[2] * 100 + part[3] not between $minimum_engine and $maximum_engine
