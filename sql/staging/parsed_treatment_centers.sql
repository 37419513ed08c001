-- grain: one row per readable record of the treatment centers file, in any of its dialects
select
  record_id,
  context,
  -- Keys written with the value true, here and inside facility_details. Most records have none, which a plain search tells faster.
  case when contains(raw, 'true') then regexp_extract_all(raw, '"(\w+)"\s*:\s*true\b', 1) else [] end as true_keys,
  from_json(raw, '{
  "id": "VARCHAR", "facility_id": "VARCHAR", "name": "VARCHAR", "facility_name": "VARCHAR", "organization_name": "VARCHAR",
  "dba_names": "JSON", "level_of_care": "VARCHAR", "address": "JSON", "address_line1": "VARCHAR", "address_line2": "VARCHAR",
  "city": "VARCHAR", "state": "VARCHAR", "zip": "VARCHAR", "zip_code": "VARCHAR", "county": "VARCHAR", "phone": "JSON",
  "email": "VARCHAR", "website": "VARCHAR",
  "contact": {"phone": "VARCHAR", "email": "VARCHAR", "website": "VARCHAR", "intake_phone": "VARCHAR", "intake_phone2": "VARCHAR"},
  "services": "JSON", "populations_served": "JSON", "insurance_accepted": "JSON", "languages": "JSON", "accreditations": "JSON",
  "certifications": "JSON", "coordinates": {"latitude": "VARCHAR", "longitude": "VARCHAR"},
  "location": {"latitude": "VARCHAR", "longitude": "VARCHAR"}, "latitude": "VARCHAR", "longitude": "VARCHAR",
  "data_source": "JSON", "source_file": "VARCHAR", "extraction_date": "VARCHAR", "last_updated": "VARCHAR",
  "facility_details": "JSON", "facility_type": "VARCHAR", "parent_organization": "VARCHAR", "operator": "VARCHAR",
  "total_beds": "VARCHAR", "residential_capacity": "VARCHAR", "inpatient_capacity": "VARCHAR", "capacity": "JSON",
  "funding_sources": "JSON"
}') as r
from raw.records
where source = 'treatment_centers' and fault is null
