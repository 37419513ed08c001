-- severity: error
-- table: analysis.area_access
-- because: Floating catchments hand out every site to the people around it and no more: residents times score add up to the sites that anybody lives near (Wang 2021, doi:10.1080/13658816.2020.1811868).
with handed_out as (
  select kind, payer, people * supply_per_100k::double / 100000 as sites
  from analysis.area_access
  where area = 'US'
)
select kind, payer, sites, site_count
from handed_out
join marts.coverage_rates using (kind, payer)
where level = 'nation' and sites > site_count * 1.001 + 0.001
