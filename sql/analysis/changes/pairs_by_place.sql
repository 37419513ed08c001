-- grain: one row per pair of records with the same name and address
-- because: ids of the directory's files are running numbers, so one new record can shift all that follow it
with same_id as (
  select before.id as before_id, after.id as after_id, 'id, name and address' as matched_by
  from changes.records as before
  join changes.records as after using (id, kind, name_key, address_key)
  where before.side = 'before' and after.side = 'after'
),
unmatched as (
  select *, row_number() over (partition by side, kind, name_key, address_key order by id) as nth
  from changes.records
  where id not in (select before_id from same_id)
),
other_id as (
  select before.id as before_id, after.id as after_id, 'name and address' as matched_by
  from unmatched as before
  join unmatched as after using (kind, name_key, address_key, nth)
  where before.side = 'before' and after.side = 'after'
)
select * from same_id
union all
select * from other_id
