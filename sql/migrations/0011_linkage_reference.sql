create table reference.word_forms (
  kind varchar not null,
  word varchar not null,
  form varchar,
  role varchar not null,
  primary key (kind, word)
);
comment on table reference.word_forms is 'Spellings that mean the same word in names, streets, cities, states and titles, and words that carry no identity.';
comment on column reference.word_forms.kind is 'name, text, street, city or state: where the form applies.';
comment on column reference.word_forms.word is 'Word as it is written, lower case.';
comment on column reference.word_forms.form is 'Word that it stands for; null where it is left out.';
comment on column reference.word_forms.role is 'word, legal (company form), drop (article or preposition), suffix, direction or unit (parts of a street).';
