-- grain: one row per loaded record
select
  o.*,
  coalesce(conformed.term_lists.services, []) as services,
  coalesce(conformed.term_lists.demographics, []) as demographics,
  coalesce(conformed.term_lists.payers, []) as payers,
  coalesce(conformed.term_lists.languages, []) as languages,
  coalesce(conformed.term_lists.service_codes, []) as service_codes
from conformed.organizations as o
left join conformed.term_lists using (record_id)
order by address_state, geohash, name, id
