-- grain: one row per kind of help
-- source: reference.help_kinds; whether any record of the directory gives it
select help_kinds.kind, position, help_kinds.name, family, organization_type, step, coalesce(site_count, 0)::integer as site_count
from reference.help_kinds
left join marts.coverage_rates on coverage_rates.kind = help_kinds.kind and level = 'nation' and payer = 'any'
order by position
