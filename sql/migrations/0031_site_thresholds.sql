create table analysis.site_thresholds (
  threshold double primary key,
  site_count integer not null
);
comment on table analysis.site_thresholds is 'How many places the records that coverage counts are, by the least probability at which a pair of records is taken for one place.';
comment on column analysis.site_thresholds.threshold is 'Probability of a match, 0 to 1.';
comment on column analysis.site_thresholds.site_count is 'Places, by single linkage of all pairs at or above the threshold; the linkage in use also parts what the evidence parts.';
