create table reference.conversion_labels (
  label varchar primary key,
  code varchar not null
);
comment on table reference.conversion_labels is 'Labels in treatment records that were converted from a SAMHSA export, with the code that the conversion made each from. It swapped or misnamed several, so such a label means its code, not its words; labels of every other record are taken at their word (reference.service_labels).';
comment on column reference.conversion_labels.label is 'Label as the conversion writes it, lower case.';
comment on column reference.conversion_labels.code is 'reference.service_codes.code that the label was made from.';
