-- grain: one row per organization that has another listing, a possible partner or a change since the build before
-- materialized: view
-- source: analysis.sites, main.networks, meta.record_changes
with
listings as (
  select
    members.organization_id,
    to_json(list(
      {id: organizations.id, name: organizations.name, type: organizations.organization_type}
      order by organizations.id
    ))::varchar as same_place
  from analysis.site_members as members
  join analysis.site_members as others
    on others.site_id = members.site_id and others.organization_id <> members.organization_id
  join main.organizations on organizations.id = others.organization_id
  group by members.organization_id
),
ties as (
  select org1_id as organization_id, org2_id as partner_id, relationship_type, score
  from main.networks
  where score is not null
  union all
  select org2_id, org1_id, relationship_type, score
  from main.networks
  where score is not null
),
best_ties as (
  select organization_id, unnest(max_by(
    {partner_id: partner_id, relationship_type: relationship_type, score: score},
    (score, partner_id),
    5
  )) as tie
  from ties
  group by organization_id
),
partners as (
  select
    organization_id,
    to_json(list(
      {id: organizations.id, name: organizations.name, relationship: tie.relationship_type, score: round(tie.score, 3)}
      order by tie.score desc, organizations.id
    ))::varchar as partners
  from best_ties
  join main.organizations on organizations.id = tie.partner_id
  group by organization_id
),
changes as (
  select
    organization_id,
    to_json(list(
      {change: change, field: field, old_value: old_value, new_value: new_value}
      order by change, field
    ))::varchar as changes
  from meta.record_changes
  where cause = 'data' and change <> 'removed'
  group by organization_id
)
select organization_id, same_place, partners, changes
from listings
full join partners using (organization_id)
full join changes using (organization_id)
order by organization_id
