-- grain: one row
-- unit: organizations
-- source: the directory
select
  count(*)::integer as organization_count,
  (count(*) filter (where is_synthetic))::integer as synthetic_count,
  count(distinct address_state)::integer as state_count,
  (count(*) filter (where address_state is null))::integer as stateless_count,
  (
    count(distinct (address_state, lower(address_city)))
      filter (where address_state is not null and address_city is not null)
  )::integer as city_count,
  (count(*) filter (where phone is not null))::integer as with_phone_count,
  (count(*) filter (where coordinate_precision = 'exact'))::integer as located_count,
  (count(*) filter (where is_narr_certified))::integer as narr_certified_count,
  sum(capacity.total_beds)::integer as bed_count,
  (count(*) filter (where capacity.total_beds is not null))::integer as with_beds_count,
  min(extraction_date) as oldest_extraction_on,
  max(extraction_date) as newest_extraction_on,
  (count(*) filter (where extraction_date is null))::integer as undated_count
from main.organizations
