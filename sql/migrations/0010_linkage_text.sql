create macro analysis.plain_words(value) as
  regexp_replace(
    replace(replace(replace(lower(strip_accents(value)), '&', ' and '), '''', ''), '’', ''),
    '[^\p{L}\p{N}]+',
    ' ',
    'g'
  ).trim();
comment on macro analysis.plain_words is 'Words in lower case without accents, apostrophes or punctuation, one space between them.';

create macro analysis.plain_code(value) as
  regexp_replace(lower(strip_accents(value)), '[^\p{L}\p{N}]+', '', 'g');
comment on macro analysis.plain_code is 'Letters and digits alone, lower case.';

create macro analysis.plain_phone(value) as (
  with number as (
    select regexp_replace(regexp_extract(lower(value), '^[^a-wyz]*?(?:x|$)'), '[^0-9]', '', 'g') as digits
  )
  select case when length(digits) = 11 and digits[1] = '1' then digits[2:]
    when length(digits) >= 7 then right(digits, 10) end
  from number
);
comment on macro analysis.plain_phone is 'Last ten digits of a telephone number, without country code 1 and extension; null below seven digits.';

create macro analysis.plain_website(value) as
  nullif(
    regexp_replace(
      regexp_replace(trim(lower(value)), '^[a-z]*:?/*(www[0-9]?\.)?', ''),
      '/*(index\.\w+)?([?#].*)?$',
      ''
    ),
    ''
  );
comment on macro analysis.plain_website is 'Host and path of a web address, lower case, without scheme, www, query or closing slash.';

create macro analysis.plain_email(value) as
  regexp_extract(lower(value), '[^\s<>:;,@]+@[^\s<>;,@]+');
comment on macro analysis.plain_email is 'E-mail address, lower case; empty where there is none.';

create macro analysis.plain_date(value) as
  strftime(
    coalesce(
      try_strptime(value, '%Y-%m-%d'),
      try_strptime(value, '%m/%d/%Y'),
      try_strptime(value, '%d/%m/%Y'),
      try_strptime(value, '%Y/%m/%d')
    ),
    '%Y%m%d'
  );
comment on macro analysis.plain_date is 'Date as YYYYMMDD where the value is one, month before day where both readings are possible.';
