-- grain: one row per headline count
-- unit: records, sites or counties
-- source: marts.coverage_organizations; marts.coverage_areas
with counts as (
  select
    count(*) as record_count,
    count(*) filter (where is_synthetic) as demonstration_count,
    count(*) filter (where scope = 'national' and not is_synthetic) as national_count,
    count(*) filter (where is_local_supply) as local_count,
    count(distinct site_id) filter (where is_local_supply) as site_count,
    count(*) filter (where is_local_supply and coordinate_precision = 'exact') as exact_count,
    count(*) filter (where is_local_supply and coordinate_precision = 'zip') as zip_count,
    count(*) filter (where is_local_supply and coordinate_precision = 'none') as unplaced_count,
    count(*) filter (where is_local_supply and state is null) as stateless_count,
    count(*) filter (where is_local_supply and county_fips is null) as countyless_count,
    count(*) filter (where is_local_supply and states_services) as service_count,
    count(*) filter (where is_local_supply and states_payers) as payer_count
  from marts.coverage_organizations
)
select position::integer as position, measure, description, value::integer as value
from counts
cross join lateral (
  values
    (1, 'records', 'Records in the directory', record_count),
    (2, 'demonstration', 'Left out: records that their source declares a demonstration', demonstration_count),
    (3, 'national', 'Apart: organizations of national scope, no place to go to', national_count),
    (4, 'local_records', 'Records that coverage counts', local_count),
    (5, 'sites', 'Places, after records of one place are put together', site_count),
    (6, 'exact', 'Records with exact coordinates', exact_count),
    (7, 'zip', 'Records placed at the centre of their ZIP code', zip_count),
    (8, 'unplaced', 'Records that could not be placed; counted by state, in no distance', unplaced_count),
    (9, 'stateless', 'Records without a state; counted in the nation only', stateless_count),
    (10, 'countyless', 'Records without a county', countyless_count),
    (11, 'services_known', 'Records that list any service', service_count),
    (12, 'payers_known', 'Records that list any payer', payer_count),
    (13, 'rurality_known', 'Counties whose rurality the reference files give', (select count(rurality) from marts.coverage_areas where level = 'county'))
) as headline (position, measure, description, value)
order by position
