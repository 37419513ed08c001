-- grain: one row per readable record of the Oxford House file
select record_id, context, from_json(raw, '{
  "id": "VARCHAR", "name": "VARCHAR", "certification_type": "VARCHAR", "is_narr_certified": "BOOLEAN",
  "narr_classification": {"is_narr_certified": "BOOLEAN", "certification_details": ["VARCHAR"]},
  "address": "JSON", "city": "VARCHAR", "state": "VARCHAR", "zip": "VARCHAR", "county": "VARCHAR", "phone": "JSON",
  "contact": {"phone": "VARCHAR", "email": "VARCHAR", "website": "VARCHAR"}, "email": "VARCHAR", "website": "VARCHAR",
  "capacity": {"total_beds": "VARCHAR", "current_vacancies": "VARCHAR"}, "total_beds": "VARCHAR", "vacancies": "VARCHAR",
  "demographics": {"gender": "VARCHAR", "age_restrictions": "VARCHAR"}, "gender": "VARCHAR", "services": "JSON",
  "data_source": "JSON", "extraction_date": "VARCHAR", "vacancy_status": {"last_updated": "VARCHAR"},
  "coordinates": {"latitude": "VARCHAR", "longitude": "VARCHAR"}, "latitude": "VARCHAR", "longitude": "VARCHAR"
}') as r
from raw.records
where source = 'oxford_houses' and fault is null
