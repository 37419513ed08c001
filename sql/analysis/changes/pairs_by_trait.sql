-- grain: one row per pair of remaining records that alone share two traits
-- because: a renamed or moved organization may have been renumbered too; traits that several records share prove nothing
with taken as (
  select * from changes.pairs_by_place
  union all
  select * from changes.pairs_by_id
),
unmatched as (
  select *
  from changes.records
  where not (side = 'before' and id in (select before_id from taken))
    and not (side = 'after' and id in (select after_id from taken))
),
traits as (
  select side, id, kind, 1 as preference, 'address and telephone number' as matched_by, address_key || phone as trait
  from unmatched
  where has_street
  union all
  select side, id, kind, 2, 'name and telephone number', name_key || phone
  from unmatched
  union all
  select side, id, kind, 3, 'name and city', name_key || city_key || state
  from unmatched
),
pairs as (
  select
    preference,
    matched_by,
    any_value(id) filter (side = 'before') as before_id,
    any_value(id) filter (side = 'after') as after_id
  from traits
  where trait is not null
  group by preference, matched_by, kind, trait
  having count(*) filter (side = 'before') = 1 and count(*) filter (side = 'after') = 1
)
select before_id, after_id, matched_by
from pairs
qualify row_number() over (partition by before_id order by preference, after_id) = 1
  and row_number() over (partition by after_id order by preference, before_id) = 1
