-- because: turns the rows of one county or state file into one row per area and figure; reads raw.area_rows
with figures as (
  unpivot (
    select area_code, columns(header -> header in ('TotPop', 'POP', 'PovP', 'SviSmryRnk', 'OdMortRtAv', 'RcaUrbanP', 'RcaSubrbP', 'RcaRuralP'))
    from raw.area_rows
  ) on columns(* exclude (area_code)) into name header value value
)
select
  $file::varchar as file,
  $area_kind::varchar as area_kind,
  case when $area_kind = 'state' then right('00' || area_code, 2) else right('00000' || area_code, 5) end as area,
  measure,
  try_cast(value as double) as value
from figures
join reference.area_measures using (header)
where try_cast(value as double) is not null
order by area, measure
