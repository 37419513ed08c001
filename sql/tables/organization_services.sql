-- grain: one row per organization and term
select conformed.dispositions.organization_id, conformed.record_terms.service_id
from conformed.record_terms
join conformed.dispositions using (record_id)
where conformed.dispositions.disposition = 'loaded'
order by organization_id, service_id
