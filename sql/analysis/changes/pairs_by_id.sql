-- grain: one row per pair of remaining records with the same id and the same name, address or telephone number
-- because: an id alone proves nothing where ids are running numbers
with unmatched as (
  select *
  from changes.records
  where not (side = 'before' and id in (select before_id from changes.pairs_by_place))
    and not (side = 'after' and id in (select after_id from changes.pairs_by_place))
)
select before.id as before_id, after.id as after_id, 'id' as matched_by
from unmatched as before
join unmatched as after using (id, organization_type)
where before.side = 'before'
  and after.side = 'after'
  and (
    before.name_key = after.name_key
    or (before.address_key = after.address_key and before.has_street)
    or before.phone = after.phone
  )
