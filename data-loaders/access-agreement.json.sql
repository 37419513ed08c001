-- title: Agreement of the floating-catchment measure with simple measures
-- grain: one row per kind of help, payer, simple measure and cell of the cross-table
select kind, payer, simple_measure, is_worst_by_e2sfca, is_worst_by_simple, county_count, people
from marts.access_agreement
order by kind, payer, simple_measure, is_worst_by_e2sfca, is_worst_by_simple
