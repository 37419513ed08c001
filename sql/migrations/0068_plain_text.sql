create or replace macro analysis.plain_words(value) as
  if(
    regexp_full_match(value, '[A-Za-z0-9]+( [A-Za-z0-9]+)*'),
    lower(value),
    regexp_replace(
      replace(replace(replace(lower(strip_accents(value)), '&', ' and '), '''', ''), '’', ''),
      '[^\p{L}\p{N}]+',
      ' ',
      'g'
    ).trim()
  );
comment on macro analysis.plain_words is 'Words in lower case without accents, apostrophes or punctuation, one space between them.';

create macro analysis.phone_digits(value) as
  regexp_replace(regexp_extract(lower(value), '^[^a-wyz]*?(?:x|$)'), '[^0-9]', '', 'g');
comment on macro analysis.phone_digits is 'Digits before the extension of a telephone number; empty where another letter stands among them.';

create or replace macro analysis.plain_phone(value) as
  if(length(analysis.phone_digits(value)) >= 7, right(analysis.phone_digits(value), 10), null);
comment on macro analysis.plain_phone is 'Last ten digits of a telephone number, without country code 1 and extension; null below seven digits.';
