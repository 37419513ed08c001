-- reads: main.organizations, as linkage.source expects records: one list of values per field
select
  id as record_id,
  0 as dataset,
  coalesce(address_zip, '') as vicinity,
  list_distinct(list_prepend(name, alternate_names)) as f0,
  [address_street] as f1,
  [address_city] as f2,
  [address_state] as f3,
  [address_zip] as f4,
  phones as f5,
  [website] as f6,
  [email] as f7,
  if(coordinate_precision = 'exact', latitude, null) as latitude,
  if(coordinate_precision = 'exact', longitude, null) as longitude
from main.organizations
