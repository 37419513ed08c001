select
  keys.rule,
  keys.field,
  keys.record,
  keys.dataset,
  hash(keys.key, refiners.refiner) as key,
  keys.own,
  refiners.refiner as low
from linkage.keys
join linkage.blocks on blocks.key = keys.key and not blocks.is_admitted
join linkage.refiners using (record)
where refiners.refiner > keys.low and refiners.refiner <> keys.own
