-- grain: one row per pair of analysis.match_pairs
with named as (
  select
    match_pairs.*,
    levels[1] as name_level,
    levels[2] as street_level,
    levels[3] as phone_level,
    a.facility_type as type_a,
    b.facility_type as type_b
  from analysis.match_pairs
  join main.organizations as a on a.id = id_a
  join main.organizations as b on b.id = id_b
),
labels as (
  select
    (select level from analysis.match_levels where comparison = 'name' and label = 'most words, by weight') as most_words,
    (select level from analysis.match_levels where comparison = 'street' and label = 'other number or street') as other_street
)
select
  id_a,
  id_b,
  case
    when not is_joined and street_level = other_street and name_level <= most_words then 'other_place'
    when not is_joined then 'unlike'
    when name_level > most_words + 3 and phone_level = 0 then 'renamed'
    when name_level > most_words then 'several_programmes'
    when type_a <> type_b then 'su_mh'
    when name_level > 0 and phone_level > 1 then 'several_programmes'
    else 'same_record'
  end as kind
from named
cross join labels
