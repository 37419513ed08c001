-- grain: one row per readable record
with split as (
  select
    record_id,
    street,
    unit,
    city,
    state_label,
    zip,
    case when address_line is not null then main.address_parts(address_line) end as parts,
    address_line
  from staging.records
), chosen as (
  select
    record_id,
    coalesce(street, nullif(parts.street, ''), nullif(parts.unit, ''), case when parts.city is null or parts.city = '' then address_line end) as street,
    coalesce(unit, case when parts.street <> '' then nullif(parts.unit, '') end) as unit,
    coalesce(nullif(parts.city, ''), city) as city,
    nullif(parts.state, '') as line_state,
    state_label,
    coalesce(zip, nullif(parts.zip, '')) as zip_text
  from split
), labels as (
  select distinct unnest([state_label, line_state]) as label from chosen
), matched as (
  -- “Massachusetts Mash” names a state followed by its affiliate; the longest name wins, so that
  -- “West Virginia” is never Virginia.
  select
    labels.label,
    arg_max(reference.states.state, length(reference.states.name)) as state
  from labels
  join reference.states
    on upper(labels.label) = reference.states.state
    or lower(labels.label) = lower(reference.states.name)
    or starts_with(lower(labels.label), lower(reference.states.name) || ' ')
    or (lower(labels.label) in ('d.c.', 'washington dc', 'washington, dc', 'washington, d.c.') and reference.states.state = 'DC')
  group by labels.label
)
select
  chosen.record_id,
  chosen.street,
  chosen.unit,
  chosen.city,
  chosen.state_label,
  coalesce(by_label.state, by_line.state, reference.zip_codes.state) as state,
  by_label.state is null and by_line.state is null and reference.zip_codes.state is not null as is_state_from_zip,
  chosen.zip_text,
  main.zip5(chosen.zip_text) as zip,
  main.zip4(chosen.zip_text) as zip4
from chosen
left join matched as by_label on by_label.label = chosen.state_label
left join matched as by_line on by_line.label = chosen.line_state
left join reference.zip_codes on reference.zip_codes.zip = main.zip5(chosen.zip_text)
