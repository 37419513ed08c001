-- title: One organization with all that is known of it
-- class: lookup
-- budget_ms: 10
-- draw: organization
select
  id, name, organization_type,
  address_street, address_city, address_state, address_zip, latitude, longitude, geohash,
  phone, email, website, services, certifications, demographics,
  data_source, is_narr_certified, certification_type, operator, funding_sources
from main.organizations
where id = $id
