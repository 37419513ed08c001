-- grain: one row per readable record
with numbered as (
  select
    record_id,
    latitude as latitude_text,
    longitude as longitude_text,
    try_cast(main.tidied(latitude) as double) as lat,
    try_cast(main.tidied(longitude) as double) as lon
  from staging.records
), judged as (
  select
    *,
    case
      when main.tidied(latitude_text) is null and main.tidied(longitude_text) is null then 'absent'
      when lat is null or lon is null or not isfinite(lat) or not isfinite(lon) then 'unreadable'
      when lat = 0 and lon = 0 then 'zero'
      when main.is_american_point(lat, lon) then 'exact'
      when main.is_american_point(lon, lat) then 'swapped'
      when main.is_american_point(lat, -lon) then 'sign_lost'
      else 'out_of_range'
    end as judgement
  from numbered
)
select
  record_id,
  latitude_text,
  longitude_text,
  judgement,
  case judgement when 'exact' then lat when 'swapped' then lon end as latitude,
  case judgement when 'exact' then lon when 'swapped' then lat end as longitude
from judged
