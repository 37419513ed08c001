-- grain: one row per place and step of the continuum that it offers; steps count from 0
select distinct place, reference.continuum_steps.position - 1 as step
from analysis.network_records
join main.organization_continuum using (organization_id)
join reference.continuum_steps using (step)
order by place, step
