-- title: The directory in numbers
-- grain: one row
select
  organization_count,
  synthetic_count,
  state_count,
  stateless_count,
  city_count,
  with_phone_count,
  located_count,
  narr_certified_count,
  bed_count,
  with_beds_count,
  oldest_extraction_on,
  newest_extraction_on,
  undated_count
from marts.overview
order by organization_count
