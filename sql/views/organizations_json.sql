-- grain: one row per organization, in the plan's columns, lists and structures as JSON
select
  id, name, organization_type,
  address_street, address_city, address_state, address_zip, latitude, longitude, geohash,
  phone, email, website,
  to_json(services) as services,
  to_json(certifications) as certifications,
  to_json(demographics) as demographics,
  to_json(capacity) as capacity,
  data_source, extraction_date, last_updated, is_narr_certified, certification_type, operator,
  to_json(funding_sources) as funding_sources
from main.organizations
