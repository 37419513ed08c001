-- grain: one row per area, kind of help and payer
-- unit: organizations and beds per 100,000 residents
-- formula: 100,000 × count / residents of the area; a site counts once however many records describe it
-- source: marts.coverage_organizations without national and demonstration records; residents of marts.coverage_areas
with payers as (
  select unnest(['any', 'medicaid']) as payer
),
sites as (
  select site_id, (row_number() over ())::integer as site
  from (select distinct site_id from analysis.site_members)
),
offers as (
  select site, state, county_fips, bed_count, unnest(kinds) as kind, payer
  from marts.coverage_organizations
  join sites using (site_id)
  cross join payers
  where is_local_supply and (payer = 'any' or accepts_medicaid)
),
counts as (
  select
    case when grouping(county_fips) = 0 then county_fips when grouping(state) = 0 then state else 'US' end as area,
    kind,
    payer,
    count(*) as record_count,
    count(distinct site) as site_count,
    count(bed_count) as bed_record_count,
    sum(bed_count) as bed_count
  from offers
  group by grouping sets ((kind, payer, county_fips), (kind, payer, state), (kind, payer))
  having area is not null
)
select
  level,
  area,
  kind,
  payer,
  coalesce(record_count, 0)::integer as record_count,
  coalesce(site_count, 0)::integer as site_count,
  coalesce(bed_record_count, 0)::integer as bed_record_count,
  bed_count::integer as bed_count,
  (100000 * coalesce(site_count, 0) / nullif(population, 0))::double as sites_per_100k,
  (100000 * coalesce(record_count, 0) / nullif(population, 0))::double as records_per_100k,
  (100000 * bed_count / nullif(population, 0))::double as beds_per_100k
from marts.coverage_areas
cross join reference.help_kinds
cross join payers
left join counts using (area, kind, payer)
order by level, area, kind, payer
