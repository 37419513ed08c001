-- grain: one row: pairs of organizations joined, pairs that are one place, and pairs that are both
-- reads: $path is truth/records.csv of the generated sample
with places as materialized (
  select site_members.site_id as site, truths.site_id as true_site
  from analysis.site_members
  join meta.ledger on ledger.organization_id = site_members.organization_id and ledger.disposition = 'loaded'
  left join read_csv($path, header = true, all_varchar = true) as truths
    on truths.file = ledger.file and truths.position::integer = ledger.position
),
group_sizes as (
  select 'found' as kind, count(*) as size from places group by site
  union all
  select 'truth', count(*) from places where true_site is not null group by true_site
  union all
  select 'correct', count(*) from places where true_site is not null group by site, true_site
)
select
  coalesce(sum(size * (size - 1) / 2) filter (where kind = 'found'), 0)::double as found,
  coalesce(sum(size * (size - 1) / 2) filter (where kind = 'truth'), 0)::double as truth,
  coalesce(sum(size * (size - 1) / 2) filter (where kind = 'correct'), 0)::double as correct
from group_sizes
