-- grain: one row per readable record of the recovery community centers file
select record_id, context, from_json(raw, '{
  "id": "VARCHAR", "name": "VARCHAR", "organization_name": "VARCHAR", "trade_names": "JSON", "address": "JSON", "city": "VARCHAR",
  "state": "VARCHAR", "zip": "VARCHAR", "county": "VARCHAR", "phone": "JSON", "email": "VARCHAR", "website": "VARCHAR",
  "contact": {"phone": "VARCHAR", "email": "VARCHAR", "website": "VARCHAR"},
  "services": "JSON", "certifications": "JSON", "certification_status": "VARCHAR", "funding_source": "VARCHAR",
  "funding_sources": "JSON", "target_populations": "JSON", "population_served": "JSON", "operator": "VARCHAR",
  "affiliation": "VARCHAR", "data_source": "JSON", "extraction_date": "VARCHAR", "last_updated": "VARCHAR",
  "latitude": "VARCHAR", "longitude": "VARCHAR"
}') as r
from raw.records
where source = 'rccs' and fault is null
