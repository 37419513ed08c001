-- because: where each organization is: its exact coordinates, else the centre of its ZIP code, else nowhere
select
  organizations.id as organization_id,
  coordinate_precision = 'exact' as is_exact,
  coalesce(organizations.longitude, zip_codes.longitude) as longitude,
  coalesce(organizations.latitude, zip_codes.latitude) as latitude
from main.organizations
left join reference.zip_codes on zip_codes.zip = organizations.address_zip
order by organizations.id
