create table analysis.unplaced_supply (
  state varchar,
  kind varchar not null,
  payer varchar not null,
  site_count integer not null,
  unplaced_count integer not null,
  is_distance_known boolean not null
);
comment on table analysis.unplaced_supply is 'Listed sites that no distance can include, by state, kind of help and payer; only where there are any.';
comment on column analysis.unplaced_supply.state is 'USPS code; null for sites whose state is not known.';
comment on column analysis.unplaced_supply.kind is 'reference.help_kinds.kind.';
comment on column analysis.unplaced_supply.payer is 'any, or medicaid for sites that accept Medicaid (code MD).';
comment on column analysis.unplaced_supply.site_count is 'Sites listed in the state.';
comment on column analysis.unplaced_supply.unplaced_count is 'Those of them whose records have neither coordinates nor a known ZIP code.';
comment on column analysis.unplaced_supply.is_distance_known is 'Whether they are at most the share access_most_unplaced of the sites of a state; where they are more, distances and catchments of the state are not known.';
comment on column analysis.area_access.people is 'Residents of the population points; in the nation, of the states whose distances are known.';
