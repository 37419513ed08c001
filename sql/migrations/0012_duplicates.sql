create table analysis.match_levels (
  comparison varchar not null,
  position integer not null,
  level integer not null,
  label varchar not null,
  aspect varchar not null,
  by_frequency varchar,
  m double not null,
  u double not null,
  weight double not null,
  primary key (comparison, level)
);
comment on table analysis.match_levels is 'What was learned of each level of each comparison of two records (Fellegi and Sunter 1969).';
comment on column analysis.match_levels.comparison is 'What is compared: name, street, locality, distance, phone, website or email.';
comment on column analysis.match_levels.position is 'Order of the comparison, from 1.';
comment on column analysis.match_levels.level is 'Number of the level, 0 for the strongest agreement.';
comment on column analysis.match_levels.label is 'What the level means.';
comment on column analysis.match_levels.aspect is 'who, where or what: evidence of one aspect repeats itself and is discounted.';
comment on column analysis.match_levels.by_frequency is 'exact where the shared value''s own frequency replaces u, bound where it only lowers the weight; null where it does not count.';
comment on column analysis.match_levels.m is 'Share of matches at this level, 0 to 1.';
comment on column analysis.match_levels.u is 'Share of pairs that do not match at this level, 0 to 1.';
comment on column analysis.match_levels.weight is 'log2(m / u), bits, within the level''s limits.';

create table analysis.match_numbers (
  name varchar primary key,
  value double not null,
  unit varchar not null,
  description varchar not null
);
comment on table analysis.match_numbers is 'Numbers of the linkage as a whole: how many pairs were compared, what was learned, how well it does where the truth is known.';
comment on column analysis.match_numbers.name is 'Name.';
comment on column analysis.match_numbers.value is 'Value.';
comment on column analysis.match_numbers.unit is 'Unit.';
comment on column analysis.match_numbers.description is 'What it says.';

create table analysis.match_rules (
  rule varchar primary key,
  pair_count integer not null,
  only_count integer not null,
  joined_count integer not null
);
comment on table analysis.match_rules is 'Candidate pairs by blocking rule.';
comment on column analysis.match_rules.rule is 'What two records must share to be compared.';
comment on column analysis.match_rules.pair_count is 'Pairs that the rule proposes.';
comment on column analysis.match_rules.only_count is 'Pairs that no other rule proposes.';
comment on column analysis.match_rules.joined_count is 'Pairs of the rule whose records were found to be one place.';

create table analysis.match_pairs (
  id_a varchar not null,
  id_b varchar not null,
  weight double not null,
  probability double not null,
  is_joined boolean not null,
  decision varchar,
  rules integer not null,
  levels integer[] not null,
  parts double[] not null,
  primary key (id_a, id_b)
);
comment on table analysis.match_pairs is 'Pairs of records that may be one place, id_a before id_b, with the evidence.';
comment on column analysis.match_pairs.id_a is 'main.organizations.id.';
comment on column analysis.match_pairs.id_b is 'main.organizations.id.';
comment on column analysis.match_pairs.weight is 'Match weight, log2 odds: the prior and the parts add up to it, unless a person decided.';
comment on column analysis.match_pairs.probability is 'Probability of a match by the model, 0 to 1.';
comment on column analysis.match_pairs.is_joined is 'True where both records stand for one site.';
comment on column analysis.match_pairs.decision is 'same or different, where a person decided.';
comment on column analysis.match_pairs.rules is 'Sum of the numbers of the blocking rules that proposed the pair; 0 where only a decision did.';
comment on column analysis.match_pairs.levels is 'Level of each comparison in the order of analysis.match_levels; −1 where a value is missing.';
comment on column analysis.match_pairs.parts is 'Part of each comparison in the weight, bits, in the same order.';

create table analysis.site_members (
  organization_id varchar primary key,
  site_id varchar not null,
  is_flagged boolean not null
);
comment on table analysis.site_members is 'Which site each record stands for.';
comment on column analysis.site_members.organization_id is 'main.organizations.id.';
comment on column analysis.site_members.site_id is 'Smallest id among the records of the site.';
comment on column analysis.site_members.is_flagged is 'True where the record was linked to others from which the evidence then parted it.';

create table analysis.unlinkable (
  organization_id varchar primary key,
  reason varchar not null
);
comment on table analysis.unlinkable is 'Records that say too little to be compared with others.';
comment on column analysis.unlinkable.organization_id is 'main.organizations.id.';
comment on column analysis.unlinkable.reason is 'What is missing.';

create table reference.review_decisions (
  id_a varchar not null,
  id_b varchar not null,
  content_a varchar not null,
  content_b varchar not null,
  answer varchar not null,
  weight double,
  decided_on date,
  note varchar
);
comment on table reference.review_decisions is 'What a person decided of pairs of records; sql/seeds/review_decisions.csv.';
comment on column reference.review_decisions.id_a is 'Organization at the time.';
comment on column reference.review_decisions.id_b is 'Organization at the time.';
comment on column reference.review_decisions.content_a is 'Fingerprint of that record''s name, address and contacts.';
comment on column reference.review_decisions.content_b is 'Fingerprint of that record''s name, address and contacts.';
comment on column reference.review_decisions.answer is 'same, different or unsure.';
comment on column reference.review_decisions.weight is 'Match weight at the time, bits; null where the pair was not a candidate.';
comment on column reference.review_decisions.decided_on is 'Day of the decision.';
comment on column reference.review_decisions.note is 'Reason, in the reviewer''s words.';

create table analysis.decisions (
  id_a varchar not null,
  id_b varchar not null,
  answer varchar not null,
  status varchar not null,
  organization_a varchar,
  organization_b varchar,
  weight double
);
comment on table analysis.decisions is 'What became of each decision in this build.';
comment on column analysis.decisions.id_a is 'Organization at the time of the decision.';
comment on column analysis.decisions.id_b is 'Organization at the time of the decision.';
comment on column analysis.decisions.answer is 'same, different or unsure.';
comment on column analysis.decisions.status is 'applied, reanchored (an id changed, its content did not), changed (the content did) or gone.';
comment on column analysis.decisions.organization_a is 'Organization that the decision applies to now.';
comment on column analysis.decisions.organization_b is 'Organization that the decision applies to now.';
comment on column analysis.decisions.weight is 'Match weight that the model gives the pair now; null where it is no candidate.';
