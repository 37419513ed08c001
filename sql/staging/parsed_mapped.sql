-- grain: one row per readable record of a file with a mapping
select record_id, source, file, from_json(mapped, '{
  "source_id": "VARCHAR", "name": "VARCHAR", "alternate_names": ["VARCHAR"], "organization_type": "VARCHAR", "street": "VARCHAR",
  "unit": "VARCHAR", "city": "VARCHAR", "state_label": "VARCHAR", "zip": "VARCHAR", "address_line": "VARCHAR", "county": "VARCHAR",
  "phone_texts": ["VARCHAR"], "email": "VARCHAR", "website": "VARCHAR", "latitude": "VARCHAR", "longitude": "VARCHAR",
  "terms": [{"label": "VARCHAR", "kind": "VARCHAR"}], "service_codes": ["VARCHAR"], "certifications": ["VARCHAR"],
  "certification_type": "VARCHAR", "certification_level": "VARCHAR", "is_narr_certified": "BOOLEAN",
  "capacity": {
    "total_beds": "VARCHAR", "available_beds": "VARCHAR", "mens_beds": "VARCHAR", "womens_beds": "VARCHAR", "family_beds": "VARCHAR",
    "residences": "VARCHAR"
  },
  "operator": "VARCHAR", "funding_sources": ["VARCHAR"], "facility_type": "VARCHAR", "level_of_care": "VARCHAR",
  "stated_scope": "VARCHAR", "is_synthetic": "BOOLEAN", "data_source": "VARCHAR", "extraction_date": "VARCHAR", "last_updated": "VARCHAR"
}') as r
from raw.records
where mapped is not null and fault is null
