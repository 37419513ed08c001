select
  id, name, organization_type,
  address_street, address_city, address_state, address_zip, latitude, longitude, geohash,
  phone, email, website, services, certifications, demographics, capacity,
  data_source, extraction_date::varchar as extraction_date, last_updated::varchar as last_updated,
  is_narr_certified::integer as is_narr_certified, certification_type, operator, funding_sources
from main.organizations_json
order by id
