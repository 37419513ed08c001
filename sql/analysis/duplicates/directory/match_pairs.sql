-- grain: one row per kept pair of organizations
select
  least(l.record_id, r.record_id) as id_a,
  greatest(l.record_id, r.record_id) as id_b,
  kept.weight,
  kept.probability,
  x.label = y.label as is_joined,
  decisions.answer as decision,
  kept.rules,
  kept.levels,
  kept.parts
from linkage.kept
join linkage.records as l on l.record = kept.a
join linkage.records as r on r.record = kept.b
join linkage.clusters as x on x.record = kept.a
join linkage.clusters as y on y.record = kept.b
left join analysis.decisions
  on decisions.status in ('applied', 'reanchored')
  and least(decisions.organization_a, decisions.organization_b) = least(l.record_id, r.record_id)
  and greatest(decisions.organization_a, decisions.organization_b) = greatest(l.record_id, r.record_id)
order by id_a, id_b
