create or replace macro analysis.plain_website(value) as
  nullif(
    regexp_replace(
      regexp_replace(trim(lower(value)), '^(https?:?/+|[a-z]*:/*|/+)?(www[0-9]?\.)?', ''),
      '/*(index\.\w+)?([?#].*)?$',
      ''
    ),
    ''
  );
comment on macro analysis.plain_website is 'Host and path of a web address, lower case, without scheme, www, query or closing slash.';
