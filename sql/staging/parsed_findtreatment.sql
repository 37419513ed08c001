-- grain: one row per readable row of a findtreatment.gov export
select
  record_id,
  file,
  -- Every other column is a service code: “1” where the facility offers it.
  regexp_extract_all(raw, '"([a-z][a-z0-9]{0,6})":"1"', 1) as flagged_keys,
  from_json(raw, '{
    "name1": "VARCHAR", "name2": "VARCHAR", "street1": "VARCHAR", "street2": "VARCHAR", "city": "VARCHAR", "state": "VARCHAR",
    "zip": "VARCHAR", "zip4": "VARCHAR", "county": "VARCHAR", "countyname": "VARCHAR", "phone": "VARCHAR", "intake1": "VARCHAR",
    "intake2": "VARCHAR", "website": "VARCHAR", "latitude": "VARCHAR", "longitude": "VARCHAR", "type_facility": "VARCHAR"
  }') as r
from raw.records
where source = 'findtreatment' and fault is null
