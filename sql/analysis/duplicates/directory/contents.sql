-- grain: one row per organization, with a fingerprint of what tells it from others
select
  id,
  md5(
    concat_ws(
      '|',
      organization_type,
      facility_type,
      lower(name),
      lower(address_street),
      lower(address_unit),
      lower(address_city),
      address_state,
      address_zip,
      array_to_string(list_sort(phones), ' '),
      website,
      email
    )
  ) as content
from main.organizations
