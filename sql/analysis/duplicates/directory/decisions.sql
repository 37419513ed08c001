-- grain: one row per decision, with the organizations that it applies to now
with only_holders as (
  select content, any_value(id) as id from linkage.contents group by content having count(*) = 1
),
sides as (
  select id_a, id_b, unnest(['a', 'b']) as side, unnest([id_a, id_b]) as id, unnest([content_a, content_b]) as content
  from reference.review_decisions
),
found as (
  select
    sides.id_a,
    sides.id_b,
    sides.side,
    case
      when same_id.content = sides.content then 'applied'
      when only_holders.id is not null then 'reanchored'
      when same_id.id is not null then 'changed'
      else 'gone'
    end as status,
    if(same_id.content = sides.content, same_id.id, only_holders.id) as organization_id
  from sides
  left join linkage.contents as same_id using (id)
  left join only_holders on only_holders.content = sides.content
),
paired as (
  select
    id_a,
    id_b,
    max(organization_id) filter (where side = 'a') as organization_a,
    max(organization_id) filter (where side = 'b') as organization_b,
    list_sort(list(status)) as statuses
  from found
  group by id_a, id_b
)
select
  id_a,
  id_b,
  answer,
  case
    when list_contains(statuses, 'gone') then 'gone'
    when list_contains(statuses, 'changed') then 'changed'
    when organization_a = organization_b then 'gone'
    when list_contains(statuses, 'reanchored') then 'reanchored'
    else 'applied'
  end as status,
  organization_a,
  organization_b
from reference.review_decisions
join paired using (id_a, id_b)
order by id_a, id_b
