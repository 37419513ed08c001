-- grain: one row per record with at least one telephone text
with texts as (
  select record_id, unnest(phone_texts) as phone_text, generate_subscripts(phone_texts, 1) as position
  from staging.records
  where len(phone_texts) > 0
), gathered as (
  select
    texts.record_id,
    list_sort(list({
      position: texts.position,
      phone_text: texts.phone_text,
      e164: conformed.phones.e164,
      extension: conformed.phones.extension
    })) as texts
  from texts
  left join conformed.phones using (phone_text)
  group by texts.record_id
), judged as (
  select
    record_id,
    texts,
    list_filter(texts, lambda t: t.e164 is not null) as valid,
    list_filter(texts, lambda t: t.e164 is null) as rejected
  from gathered
)
select
  record_id,
  -- A number given twice counts once, where it was first (list_distinct would lose the order).
  list_filter(
    list_transform(valid, lambda t: t.e164),
    lambda n, i: list_position(list_transform(valid, lambda t: t.e164), n) = i
  ) as numbers,
  valid[1].e164 as first_number,
  valid[1].extension as first_extension,
  len(rejected) as rejected_count,
  texts[1].phone_text as first_text,
  case when len(rejected) > 0 then array_to_string(list_transform(rejected, lambda t: t.phone_text), '; ') end as rejected_texts
from judged
