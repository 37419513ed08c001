-- grain: one row per input record
-- One id may be used twice for one organization (the newest record wins) or for two (the later ones get an id of their own).
-- A record is never dropped because another has the same name.
with placed as (
  select
    raw.records.record_id, raw.records.source, raw.records.file, raw.records.position, raw.records.line, raw.records.sha256,
    raw.records.context,
    coalesce(raw.records.fault, case when staging.records.name is null then 'no name' end) as fault,
    staging.records.extracted_on,
    -- Records without an id that differ in anything are two: to merge them would lose what only one of them says.
    lower(concat_ws(
      '|', staging.records.name, staging.records.street, staging.records.city, staging.records.address_line,
      case when staging.records.source_id is null then raw.records.sha256 end
    )) as identity,
    coalesce(
      staging.records.source_id,
      'GEN_' || upper(left(sha256(lower(concat_ws('|', raw.records.source, staging.records.name, staging.records.street, staging.records.city, staging.records.zip))), 12))
    ) as stated_id
  from raw.records
  left join staging.records using (record_id)
), copies as (
  select *, min(record_id) over (partition by source, context, sha256, stated_id) as first_copy_id
  from placed
  where fault is null
), ranked as (
  select
    *,
    row_number() over (partition by stated_id, identity order by extracted_on desc nulls last, record_id) as rank_in_identity,
    min(record_id) over (partition by stated_id, identity) as identity_first_id
  from copies
  where record_id = first_copy_id
), identified as (
  select
    *,
    dense_rank() over (partition by stated_id order by identity_first_id) as identity_rank
  from ranked
), loaded as (
  select
    *,
    -- A stated id that looks like a numbered one is numbered too, so that no two organizations can share an id.
    stated_id || case when identity_rank > 1 or regexp_matches(stated_id, '~\d+$') then '~' || identity_rank else '' end as organization_id,
    first_value(record_id) over (partition by stated_id, identity order by rank_in_identity) as kept_record_id
  from identified
)
select
  record_id, source, file, position, line, sha256,
  case when rank_in_identity = 1 then 'loaded' else 'merged' end as disposition,
  organization_id,
  case
    when rank_in_identity > 1 then 'same id, name and address as record ' || kept_record_id
    when identity_rank > 1 then 'id ' || stated_id || ' already names another organization'
  end as reason
from loaded
union all
select
  copies.record_id, copies.source, copies.file, copies.position, copies.line, copies.sha256,
  'merged', loaded.organization_id, 'byte-identical to record ' || copies.first_copy_id
from copies
join loaded on loaded.record_id = copies.first_copy_id
where copies.record_id <> copies.first_copy_id
union all
select record_id, source, file, position, line, sha256, 'quarantined', null, fault
from placed
where fault is not null
