-- A bare number is a text too: some files write telephone numbers so.
create or replace macro main.json_texts(value) as
  case json_type(value)
    when 'ARRAY' then list_filter(list_transform(from_json(value, '["VARCHAR"]'), lambda t: main.tidied(t)), lambda t: t is not null)
    when 'VARCHAR' then list_filter(list_transform(regexp_split_to_array(value ->> '$', '\s*[;|]\s*|,\s+'), lambda t: main.tidied(t)), lambda t: t is not null)
    when 'UBIGINT' then [value ->> '$']
    when 'BIGINT' then [value ->> '$']
    when 'DOUBLE' then [value ->> '$']
    else []::varchar[]
  end;

-- Quotes, angle brackets and backslashes have no place in a web address (RFC 3986) and end an attribute where a page forgets to escape.
create or replace macro main.web_address(text) as
  case
    when regexp_matches(text, '^(?i:https?)://[^\s/?#@"''<>\\`]+\.[A-Za-z]{2,}(:\d+)?([/?#][^\s"<>\\`]*)?$')
      then regexp_replace(text, '^[A-Za-z]+', lower(regexp_extract(text, '^[A-Za-z]+')))
    when regexp_matches(text, '^([A-Za-z0-9-]+\.)+[A-Za-z]{2,}([/?#][^\s"<>\\`]*)?$') then 'http://' || text
  end;

comment on column main.organizations.organization_type is 'narr_residences, rccs, rcos, treatment_centers, oxford_houses, or human_services for what a general directory lists.';
comment on column meta.source_files.file is 'File name within the source folder; a package of files is named for its organizations file.';
