-- grain: one row per organization and term
-- Sorted by organization, because the terms of one stand together anyway: half the room of the table sorted by term.
with ordered as (
  select conformed.dispositions.organization_id, conformed.term_lists.terms
  from conformed.term_lists
  join conformed.dispositions using (record_id)
  where conformed.dispositions.disposition = 'loaded'
  order by organization_id
)
select organization_id, unnest(terms) as service_id from ordered
