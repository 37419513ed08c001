-- Macros that turn a source's words into the directory's values. Each returns null for what it cannot read.
create macro main.tidied(text) as
  case
    when text = '' then null
    -- Most texts are tidy already, and asking costs less than replacing.
    when not regexp_matches(text, '[\x00-\x1F\x7F\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]|^\s|\s\s|\s$') then text
    else nullif(trim(regexp_replace(
      regexp_replace(text, '[\x00-\x1F\x7F\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]+', ' ', 'g'),
      '\s+', ' ', 'g'
    )), '')
  end;

create macro main.json_texts(value) as
  case json_type(value)
    when 'ARRAY' then list_filter(list_transform(from_json(value, '["VARCHAR"]'), lambda t: main.tidied(t)), lambda t: t is not null)
    when 'VARCHAR' then list_filter(list_transform(regexp_split_to_array(value ->> '$', '\s*[;|]\s*|,\s+'), lambda t: main.tidied(t)), lambda t: t is not null)
    else []::varchar[]
  end;

-- As json_texts, but as written: labels are many and their kinds few, so they are tidied once per kind, later.
create macro main.json_labels(value) as
  case json_type(value)
    when 'ARRAY' then from_json(value, '["VARCHAR"]')
    when 'VARCHAR' then regexp_split_to_array(value ->> '$', '\s*[;|]\s*|,\s+')
  end;

create macro main.present_texts(texts) as
  list_filter(list_transform(texts, lambda t: main.tidied(t)), lambda t: t is not null);

create macro main.zip_digits(text) as
  regexp_replace(regexp_replace(coalesce(text, ''), '\.0+$', ''), '[^0-9]', '', 'g');

create macro main.zip5(text) as
  case
    when regexp_matches(text, '[A-Za-z]') then null
    when length(main.zip_digits(text)) between 3 and 5 then lpad(main.zip_digits(text), 5, '0')
    when length(main.zip_digits(text)) between 7 and 9 then left(lpad(main.zip_digits(text), 9, '0'), 5)
  end;

create macro main.zip4(text) as
  case when length(main.zip_digits(text)) between 7 and 9 then right(main.zip_digits(text), 4) end;

create macro main.web_address(text) as
  case
    when regexp_matches(text, '^(?i:https?)://[^\s/?#@]+\.[A-Za-z]{2,}(:\d+)?([/?#]\S*)?$')
      then regexp_replace(text, '^[A-Za-z]+', lower(regexp_extract(text, '^[A-Za-z]+')))
    when regexp_matches(text, '^([A-Za-z0-9-]+\.)+[A-Za-z]{2,}([/?#]\S*)?$') then 'http://' || text
  end;

create macro main.email_address(text) as
  case when regexp_matches(text, '^[^\s@<>"''(),;:]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}$') then lower(text) end;

create macro main.parsed_date(text) as
  coalesce(
    try_strptime(left(text, 10), ['%Y-%m-%d', '%Y/%m/%d', '%m/%d/%Y', '%d/%m/%Y', '%Y%m%d'])::date,
    try_strptime(text, ['%m/%d/%y', '%B %d, %Y', '%b %d, %Y', '%d %B %Y', '%-m/%-d/%Y'])::date
  );

create macro main.parsed_instant(text) as
  coalesce(
    try_strptime(text, ['%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S', '%Y-%m-%dT%H:%M:%S.%f', '%Y-%m-%dT%H:%M:%SZ']),
    main.parsed_date(text)::timestamp
  );

-- “street, unit, city, ST zip” read from its end, since only the end has a fixed form.
create macro main.address_parts(text) as
  regexp_extract(
    text,
    '^(?:(.*?),\s*)??(?:([^,]+),\s*)?([^,]+?),\s*([A-Za-z][A-Za-z .]*?),?\s+(\d{4,5}(?:-\d{4})?)$',
    ['street', 'unit', 'city', 'state', 'zip']
  );

create macro main.slug(text) as
  trim(regexp_replace(lower(strip_accents(text)), '[^a-z0-9]+', '-', 'g'), '-');

-- Where the United States and its freely associated states lie, as boxes of latitude and longitude.
create macro main.is_american_point(latitude, longitude) as
  (latitude between 17 and 72 and longitude between -180 and -64)
  or (latitude between 51 and 56 and longitude between 170 and 180)
  or (latitude between -15 and -10 and longitude between -173 and -167)
  or (latitude between 0 and 22 and longitude between 130 and 174);

-- Great-circle distance, haversine, mean earth radius 6371.0088 km (IUGG).
create macro main.great_circle_km(latitude_1, longitude_1, latitude_2, longitude_2) as
  2 * 6371.0088 * asin(least(1, sqrt(
    pow(sin(radians(latitude_2 - latitude_1) / 2), 2)
    + cos(radians(latitude_1)) * cos(radians(latitude_2)) * pow(sin(radians(longitude_2 - longitude_1) / 2), 2)
  )));
