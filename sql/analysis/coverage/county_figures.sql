-- because: one figure per county of the map, the newest that joins; figures of split or renamed areas are joined by residents
with named as (
  select distinct measure, combines from reference.area_measures
),
sized_crosswalk as (
  select
    from_fips,
    to_fips,
    coalesce(people, 1) as people,
    coalesce(people, 1) / sum(coalesce(people, 1)) over (partition by from_fips) as share_of_source
  from reference.county_crosswalk
),
given as (
  select county_fips, measure, value, area_files.vintage, file, 'given' as method
  from reference.area_figures
  join reference.area_files using (file)
  join reference.counties on county_fips = area
  where area_figures.area_kind = 'county'
),
joined as (
  select
    to_fips as county_fips,
    measure,
    case combines
      when 'sum' then round(sum(value * share_of_source))
      else sum(value * people) / sum(people)
    end as value,
    area_files.vintage,
    file,
    'crosswalk' as method,
    count(*) as part_count
  from reference.area_figures
  join reference.area_files using (file)
  join sized_crosswalk on from_fips = area
  join named using (measure)
  where area_figures.area_kind = 'county'
  group by to_fips, measure, combines, area_files.vintage, file
),
parts_needed as (
  select to_fips as county_fips, left(from_fips, 2) as state_fips, count(*) as part_count
  from reference.county_crosswalk
  group by to_fips, left(from_fips, 2)
),
candidates as (
  select county_fips, measure, value, vintage, file, method from given
  union all
  select county_fips, measure, value, vintage, file, method
  from joined
  join parts_needed using (county_fips, part_count)
)
select county_fips, measure, value, vintage, file, method
from candidates
qualify row_number() over (
  partition by county_fips, measure
  order by try_cast(vintage as integer) desc nulls last, method = 'given' desc, file
) = 1
order by county_fips, measure
