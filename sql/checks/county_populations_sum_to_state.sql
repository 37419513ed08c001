-- severity: warning
-- table: reference.county_figures
-- because: County populations of a state should add up to the state's; a county that did not join, or one that joined twice, shows here. See marts.coverage_unjoined.
with sums as (
  select state, sum(value) as people, count(*) as county_count, count(value) as known_count
  from reference.counties
  left join reference.county_figures
    on county_figures.county_fips = counties.county_fips and measure = 'population'
  group by state
)
select state, population_2020, people, county_count, known_count
from sums
join reference.states using (state)
where known_count > 0
  and abs(people / population_2020 - 1) > (select value from meta.parameters where name = 'population_tolerance')
