-- grain: one row per readable record of the NARR master directory
select record_id, context, from_json(raw, '{
  "id": "VARCHAR", "name": "VARCHAR", "organization_name": "VARCHAR", "dba_names": "JSON", "state": "VARCHAR", "affiliate": "VARCHAR",
  "affiliate_website": "VARCHAR", "phone": "VARCHAR", "email": "VARCHAR", "website": "VARCHAR",
  "contact": {"phone": "VARCHAR", "email": "VARCHAR", "website": "VARCHAR"},
  "address": "JSON", "city": "VARCHAR", "county": "VARCHAR", "data_source": "JSON", "extraction_date": "VARCHAR", "last_updated": "VARCHAR",
  "operator": "VARCHAR", "services": "JSON", "certification_level": "VARCHAR", "certification_number": "VARCHAR",
  "garr_tier": "VARCHAR", "is_narr_certified": "BOOLEAN", "narr_certified": "BOOLEAN", "certifications": "JSON",
  "capacity": "JSON", "specializations": "JSON", "demographics": "JSON", "population_served": "JSON", "languages": "JSON",
  "housing_types": "JSON", "funding_sources": "JSON", "latitude": "VARCHAR", "longitude": "VARCHAR", "zip": "VARCHAR"
}') as r
from raw.records
where source = 'narr_residences' and fault is null
