-- title: Kinds of help that coverage is measured for
-- grain: one row per kind of help
select kind, position, name, family, organization_type, step, site_count
from marts.help_kinds
order by position
