-- grain: one row per handoff along the continuum, the most natural first
select
  source.position - 1 as from_step,
  target.position - 1 as to_step,
  value,
  from_step || '_to_' || to_step as relationship_type
from reference.referral_handoffs
join reference.continuum_steps as source on source.step = from_step
join reference.continuum_steps as target on target.step = to_step
order by value desc, source.position, target.position
