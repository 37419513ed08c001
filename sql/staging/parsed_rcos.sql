-- grain: one row per readable record of the recovery community organizations file
select record_id, context, from_json(raw, '{
  "id": "VARCHAR", "name": "VARCHAR", "organization_name": "VARCHAR", "category": "VARCHAR", "source_category": "VARCHAR",
  "primary_state": "VARCHAR", "state": "VARCHAR", "states_served": "JSON", "states_covered": "JSON",
  "contact": {"phone": "VARCHAR", "email": "VARCHAR", "website": "VARCHAR", "address": "JSON"},
  "phone": "JSON", "email": "VARCHAR", "website": "VARCHAR", "address": "JSON", "city": "VARCHAR", "zip": "VARCHAR",
  "services": "JSON", "key_programs": "JSON", "certifications": "JSON", "funding_sources": "JSON", "geographic_scope": "VARCHAR",
  "target_populations": "JSON", "data_source": "JSON", "extraction_date": "VARCHAR", "last_updated": "VARCHAR",
  "latitude": "VARCHAR", "longitude": "VARCHAR"
}') as r
from raw.records
where source = 'rcos' and fault is null
