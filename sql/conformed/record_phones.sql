-- grain: one row per record with at least one telephone text
with texts as (
  select record_id, unnest(phone_texts) as phone_text, generate_subscripts(phone_texts, 1) as position
  from staging.records
  where len(phone_texts) > 0
), gathered as (
  select
    texts.record_id,
    list(conformed.phones.e164 order by texts.position) filter (where conformed.phones.e164 is not null) as numbers,
    first(conformed.phones.e164 order by texts.position) filter (where conformed.phones.e164 is not null) as first_number,
    first(conformed.phones.extension order by texts.position) filter (where conformed.phones.e164 is not null) as first_extension,
    count(*) filter (where conformed.phones.e164 is null) as rejected_count,
    first(texts.phone_text order by texts.position) as first_text,
    string_agg(texts.phone_text, '; ' order by texts.position) filter (where conformed.phones.e164 is null) as rejected_texts
  from texts
  left join conformed.phones using (phone_text)
  group by texts.record_id
)
-- A number given twice counts once, where it was first (list_distinct would lose the order).
select * replace (list_filter(numbers, lambda n, i: list_position(numbers, n) = i) as numbers)
from gathered
