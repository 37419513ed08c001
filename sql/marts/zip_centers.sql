-- grain: one row per ZIP code
-- materialized: view
-- source: reference.zip_codes
select
  zip,
  city,
  state,
  round(latitude, 4)::double as latitude,
  round(longitude, 4)::double as longitude
from reference.zip_codes
order by zip
