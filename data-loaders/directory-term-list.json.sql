-- title: Directory, the terms to filter by
-- grain: one row per term
select position, term_id, name, kind, category, organization_count
from marts.directory_terms
order by position
