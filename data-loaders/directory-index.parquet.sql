-- title: Directory, what lists and maps show
-- grain: one row per organization, in the order of directory-details
select
  id,
  name,
  organization_type,
  city,
  state,
  zip,
  round(latitude, 4) as latitude,
  round(longitude, 4) as longitude,
  coordinate_precision = 'exact' as is_exact,
  phone,
  level_of_care,
  certification_type,
  is_synthetic,
  change
from marts.directory
order by marts.directory.position
