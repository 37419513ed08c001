-- grain: one row per organization; $path is truth/records.csv of the generated sample
select
  dense_rank() over (order by site_members.site_id)::integer as site,
  truths.site_id as truth
from analysis.site_members
join meta.ledger on ledger.organization_id = site_members.organization_id and ledger.disposition = 'loaded'
left join read_csv($path, header = true, all_varchar = true) as truths
  on truths.file = ledger.file and truths.position::integer = ledger.position
order by site_members.organization_id
