-- grain: one row per place, kind of term and term; numbers count from 0 within a kind
with terms as (
  select place, 'payers' as kind, unnest(payers) as term
  from analysis.network_records join main.organizations on main.organizations.id = organization_id
  union
  select place, 'funding', unnest(funding_sources)
  from analysis.network_records join main.organizations on main.organizations.id = organization_id
  union
  select place, 'certifications', unnest(certifications)
  from analysis.network_records join main.organizations on main.organizations.id = organization_id
)
select place, kind, (dense_rank() over (partition by kind order by lower(term)) - 1)::integer as term
from terms
where trim(term) <> ''
order by kind, place, term
