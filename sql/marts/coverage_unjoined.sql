-- grain: one row per area that one vintage has and another lacks
-- source: reference.area_figures, reference.counties, reference.county_crosswalk
select distinct
  'code of a file that the map does not have' as problem,
  file,
  area,
  string_agg(distinct to_fips, ', ' order by to_fips) as joined_to,
  coalesce(any_value(because), 'not joined: no crosswalk') as because
from reference.area_figures
left join reference.county_crosswalk on from_fips = area
where area_kind = 'county' and area not in (select county_fips from reference.counties)
group by file, area
union all
select 'county of the map without a population', null, county_fips, null, 'no reference file has it: ' || name || ', ' || state
from reference.counties
where county_fips not in (select county_fips from reference.county_figures where measure = 'population')
  and exists (select 1 from reference.county_figures)
order by problem, area, file
