-- reads: a table of its own, since DuckDB would work out a filtered value twice
select field, raw, first_record, coalesce(forms.form, cleaned) as plain
from linkage.cleaned_values
left join reference.word_forms as forms
  on forms.kind = cleaned_values.kind and forms.kind = 'state' and forms.word = cleaned_values.cleaned
where
  cleaned not in ('', 'null', 'none', 'n a', 'na', 'nan', 'unknown', 'not available', 'notavailable')
