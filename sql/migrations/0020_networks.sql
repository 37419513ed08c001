create table reference.referral_handoffs (
  from_step varchar not null,
  to_step varchar not null,
  value double not null,
  because varchar not null,
  primary key (from_step, to_step)
);
comment on table reference.referral_handoffs is 'Which step of the continuum of care refers to which, and how naturally; what the services factor of a referral score is made of.';
comment on column reference.referral_handoffs.from_step is 'Step of the referring place, of reference.continuum_steps.';
comment on column reference.referral_handoffs.to_step is 'Step of the place referred to, which the referring place does not offer itself.';
comment on column reference.referral_handoffs.value is 'How natural the handoff is, 0 to 1; judged here, from the guidance named.';
comment on column reference.referral_handoffs.because is 'Why.';

create table analysis.network_places (
  place integer primary key,
  organization_id varchar not null,
  state varchar,
  community integer not null,
  component integer not null,
  degree integer not null,
  strength float not null,
  page_rank float not null,
  betweenness float not null,
  betweenness_error float not null,
  burt_constraint float,
  core_number integer not null,
  is_articulation_point boolean not null,
  longitude float not null,
  latitude float not null,
  x smallint not null,
  y smallint not null
);
comment on table analysis.network_places is 'The nodes of the network: one row per place with coordinates, demonstration data left out. Several records of one site are one place.';
comment on column analysis.network_places.place is 'Number of the place, from 0, in order of state and geohash, so that neighbours in space are neighbours in storage.';
comment on column analysis.network_places.organization_id is 'Record that stands for the place: of its records the one with exact coordinates and the smallest id.';
comment on column analysis.network_places.state is 'USPS code; null where unknown.';
comment on column analysis.network_places.community is 'Community found by the Leiden algorithm, from 0 in order of size; −1 for a place without ties.';
comment on column analysis.network_places.component is 'Connected component, from 0 in order of size.';
comment on column analysis.network_places.degree is 'Ties.';
comment on column analysis.network_places.strength is 'Sum of the scores of the ties.';
comment on column analysis.network_places.page_rank is 'PageRank over scores, times the number of places: 1 is the average.';
comment on column analysis.network_places.betweenness is 'Pairs of other places whose shortest paths, counted in ties, run through this one; sampled in large components.';
comment on column analysis.network_places.betweenness_error is 'Standard error of betweenness; 0 where it is exact.';
comment on column analysis.network_places.burt_constraint is 'Burt''s constraint: near 0 for a broker between circles, high inside a closed one; null without ties.';
comment on column analysis.network_places.core_number is 'Largest k such that the place belongs to a group whose members have k ties within it.';
comment on column analysis.network_places.is_articulation_point is 'True where removing the place would split its component.';
comment on column analysis.network_places.longitude is 'Degrees east of the record that stands for the place.';
comment on column analysis.network_places.latitude is 'Degrees north of the record that stands for the place.';
comment on column analysis.network_places.x is 'Position in the drawing of its state, from left to right, 0 to 10,000 along the longer side.';
comment on column analysis.network_places.y is 'Position in the drawing of its state, from top to bottom, on the same scale.';

create table analysis.network_records (
  organization_id varchar not null,
  place integer not null
);
comment on table analysis.network_records is 'Which place of the network a record belongs to.';
comment on column analysis.network_records.organization_id is 'main.organizations.id.';
comment on column analysis.network_records.place is 'analysis.network_places.place.';

create table analysis.network_ties (
  place_1 integer not null,
  place_2 integer not null,
  relationship_type varchar not null,
  direction tinyint not null,
  distance_km float not null,
  distance_points smallint not null,
  services_points smallint not null,
  kind_points smallint not null,
  certification_points smallint not null,
  operator_points smallint not null,
  funding_points smallint not null,
  payers_points smallint not null,
  plan_points smallint not null
);
comment on table analysis.network_ties is 'Possible referrals inferred from the directory, each pair of places once; main.networks shows them in the plan''s form.';
comment on column analysis.network_ties.place_1 is 'Place with the smaller number.';
comment on column analysis.network_ties.place_2 is 'Place with the larger number.';
comment on column analysis.network_ties.relationship_type is 'Handoff along the continuum such as detox_to_residential, or the tie: shared_operator, shared_certification, shared_funding.';
comment on column analysis.network_ties.direction is '1 where place 1 would refer to place 2, −1 the other way round, 0 for a tie without direction.';
comment on column analysis.network_ties.distance_km is 'Great-circle distance, kilometres.';
comment on column analysis.network_ties.distance_points is 'Contribution of nearness to the score, thousandths.';
comment on column analysis.network_ties.services_points is 'Contribution of complementary services, thousandths.';
comment on column analysis.network_ties.kind_points is 'Contribution of different kinds, thousandths.';
comment on column analysis.network_ties.certification_points is 'Contribution of a shared certification, thousandths.';
comment on column analysis.network_ties.operator_points is 'Contribution of the same operator, thousandths.';
comment on column analysis.network_ties.funding_points is 'Contribution of a shared funding source, thousandths.';
comment on column analysis.network_ties.payers_points is 'Contribution of payers in common, thousandths.';
comment on column analysis.network_ties.plan_points is 'Score of the pair in the migration plan''s model, thousandths.';

create table analysis.observed_referrals (
  from_organization_id varchar not null,
  to_organization_id varchar not null,
  referral_count integer not null,
  period varchar not null
);
comment on table analysis.observed_referrals is 'Referrals that took place, from referrals.csv in the source folder; empty where there is none.';
comment on column analysis.observed_referrals.from_organization_id is 'main.organizations.id of the referring record.';
comment on column analysis.observed_referrals.to_organization_id is 'main.organizations.id of the record referred to.';
comment on column analysis.observed_referrals.referral_count is 'Referrals in the period.';
comment on column analysis.observed_referrals.period is 'Period, in the source''s words.';

create view main.networks as
select
  least(first.organization_id, second.organization_id) || '_' || greatest(first.organization_id, second.organization_id) as id,
  least(first.organization_id, second.organization_id) as org1_id,
  greatest(first.organization_id, second.organization_id) as org2_id,
  relationship_type,
  (distance_points + services_points + kind_points + certification_points + operator_points + funding_points
    + payers_points) / 1000.0 as score,
  to_json({
    distance: distance_points / 1000.0,
    services: services_points / 1000.0,
    kind: kind_points / 1000.0,
    certification: certification_points / 1000.0,
    operator: operator_points / 1000.0,
    funding: funding_points / 1000.0,
    payers: payers_points / 1000.0
  }) as factors,
  round(distance_km::double, 1) as distance_km,
  case direction when 1 then first.organization_id when -1 then second.organization_id end as from_id,
  plan_points / 1000.0 as plan_score
from analysis.network_ties
join analysis.network_places as first on first.place = place_1
join analysis.network_places as second on second.place = place_2
union all
select
  least(from_organization_id, to_organization_id) || '_' || greatest(from_organization_id, to_organization_id) || '_observed',
  least(from_organization_id, to_organization_id) as org1_id,
  greatest(from_organization_id, to_organization_id) as org2_id,
  'observed_referral',
  null,
  to_json({
    from_org1: coalesce(sum(referral_count) filter (where from_organization_id < to_organization_id), 0)::integer,
    from_org2: coalesce(sum(referral_count) filter (where from_organization_id > to_organization_id), 0)::integer
  }),
  null,
  null,
  null
from analysis.observed_referrals
group by org1_id, org2_id;
comment on view main.networks is 'Pairs of places that could refer to each other, inferred from the directory, and referrals that took place where a source gives them (relationship_type observed_referral). A pair is listed once, in the order of its ids.';

create table main.geographic_clusters (
  cluster_id varchar primary key,
  cluster_name varchar not null,
  state varchar,
  city varchar,
  centroid_lat double not null,
  centroid_lon double not null,
  organization_count integer not null,
  level varchar not null,
  place_count integer not null,
  core_count integer,
  city_count integer not null,
  radius_km double not null,
  hull double[][] not null
);
comment on table main.geographic_clusters is 'Places that lie close together: by density, across city and state lines, and by city.';
comment on column main.geographic_clusters.cluster_id is 'Made from the level, the state and the largest city (and ZIP code where a city has several clusters), so that it stays the same from build to build.';
comment on column main.geographic_clusters.cluster_name is 'Name of the city with the most places.';
comment on column main.geographic_clusters.state is 'USPS code of that city; null where unknown.';
comment on column main.geographic_clusters.city is 'That city.';
comment on column main.geographic_clusters.centroid_lat is 'Latitude of the centroid on the sphere, degrees north.';
comment on column main.geographic_clusters.centroid_lon is 'Longitude of the centroid on the sphere, degrees east.';
comment on column main.geographic_clusters.organization_count is 'Records.';
comment on column main.geographic_clusters.level is 'density (DBSCAN on the sphere) or city (the plan''s grouping).';
comment on column main.geographic_clusters.place_count is 'Places; several records of one site are one.';
comment on column main.geographic_clusters.core_count is 'Places with enough others around them; null for cities.';
comment on column main.geographic_clusters.city_count is 'Cities with a place in the cluster.';
comment on column main.geographic_clusters.radius_km is 'Great-circle distance from the centroid to the farthest place, kilometres.';
comment on column main.geographic_clusters.hull is 'Corners of the convex hull, [longitude, latitude], counter-clockwise; empty for cities.';

create table analysis.place_clusters (
  place integer not null,
  cluster_id varchar not null
);
comment on table analysis.place_clusters is 'Density cluster of each place; places in none (noise) are not listed.';
comment on column analysis.place_clusters.place is 'analysis.network_places.place.';
comment on column analysis.place_clusters.cluster_id is 'main.geographic_clusters.cluster_id.';

create table analysis.network_communities (
  community integer primary key,
  place_count integer not null,
  inner_weight_share double not null,
  seed_stability double not null,
  weight_stability double not null
);
comment on table analysis.network_communities is 'Communities of the network of possible referrals.';
comment on column analysis.network_communities.community is 'Number, from 0 in order of size.';
comment on column analysis.network_communities.place_count is 'Places.';
comment on column analysis.network_communities.inner_weight_share is 'Share of the members'' tie strength that stays inside.';
comment on column analysis.network_communities.seed_stability is 'Share of the pairs of members that runs with other seeds also keep together, on average.';
comment on column analysis.network_communities.weight_stability is 'The same over runs in which one factor''s weight is raised or lowered.';

create table analysis.network_measures (
  measure varchar not null,
  null_model varchar not null,
  observed double not null,
  null_mean double,
  null_deviation double,
  z_score double,
  primary key (measure, null_model)
);
comment on table analysis.network_measures is 'Measures of the whole network beside those of random ones.';
comment on column analysis.network_measures.measure is 'Name of the measure.';
comment on column analysis.network_measures.null_model is 'none; degree (random networks in which every place keeps its number of ties); or length (which also keep how long ties are).';
comment on column analysis.network_measures.observed is 'Value in the network.';
comment on column analysis.network_measures.null_mean is 'Mean over the random networks.';
comment on column analysis.network_measures.null_deviation is 'Standard deviation over the random networks.';
comment on column analysis.network_measures.z_score is 'Observed less mean, in standard deviations; null where the random networks do not vary.';

create table analysis.network_states (
  state varchar primary key,
  place_count integer not null,
  tie_count integer not null,
  density double,
  centralization double
);
comment on table analysis.network_states is 'Ties inside each state.';
comment on column analysis.network_states.state is 'USPS code.';
comment on column analysis.network_states.place_count is 'Places.';
comment on column analysis.network_states.tie_count is 'Ties between places of the state.';
comment on column analysis.network_states.density is 'Ties over possible ties; null below two places.';
comment on column analysis.network_states.centralization is 'Freeman''s degree centralization, 0 to 1; null below three places.';

create table analysis.network_bridges (
  place_1 integer not null,
  place_2 integer not null,
  cut_off_count integer not null
);
comment on table analysis.network_bridges is 'Ties whose loss would split a component.';
comment on column analysis.network_bridges.place_1 is 'Place with the smaller number.';
comment on column analysis.network_bridges.place_2 is 'Place with the larger number.';
comment on column analysis.network_bridges.cut_off_count is 'Places on the smaller side.';

create table analysis.network_removals (
  place integer not null,
  reason varchar not null,
  cut_off_count integer not null,
  primary key (place, reason)
);
comment on table analysis.network_removals is 'Places whose closing is worked out.';
comment on column analysis.network_removals.place is 'Place that closes.';
comment on column analysis.network_removals.reason is 'articulation_point or broker (highest betweenness).';
comment on column analysis.network_removals.cut_off_count is 'Places that no longer reach the largest remaining part of their component.';

create table analysis.network_cut_offs (
  place integer not null,
  cut_off_place integer not null
);
comment on table analysis.network_cut_offs is 'Which places the closing of another one cuts off.';
comment on column analysis.network_cut_offs.place is 'Place that closes.';
comment on column analysis.network_cut_offs.cut_off_place is 'Place that it cuts off.';

create table analysis.network_models (
  model varchar primary key,
  pair_count bigint not null,
  qualifying_count bigint not null,
  tie_count integer not null,
  shared_tie_count integer not null,
  mean_score double,
  modularity double
);
comment on table analysis.network_models is 'The two ways to score, over the same candidate pairs.';
comment on column analysis.network_models.model is 'continuum (this project''s) or plan (the migration plan''s).';
comment on column analysis.network_models.pair_count is 'Candidate pairs scored.';
comment on column analysis.network_models.qualifying_count is 'Pairs that reach the model''s smallest score.';
comment on column analysis.network_models.tie_count is 'Ties left when each place keeps its strongest.';
comment on column analysis.network_models.shared_tie_count is 'Ties that the other model keeps too.';
comment on column analysis.network_models.mean_score is 'Mean score of the ties left.';
comment on column analysis.network_models.modularity is 'Modularity of the communities found on those ties.';

create table analysis.referral_predictions (
  model varchar primary key,
  observed_count integer not null,
  unobserved_count integer not null,
  auc double,
  average_precision double,
  covered_share double
);
comment on table analysis.referral_predictions is 'How well each model''s score tells observed referrals from candidate pairs without any; empty where no referrals were observed.';
comment on column analysis.referral_predictions.model is 'analysis.network_models.model.';
comment on column analysis.referral_predictions.observed_count is 'Pairs with an observed referral that are candidates.';
comment on column analysis.referral_predictions.unobserved_count is 'Other candidate pairs with an end that takes part in an observed referral.';
comment on column analysis.referral_predictions.auc is 'Chance that a pair with a referral scores above one without (area under the ROC curve; ties count half).';
comment on column analysis.referral_predictions.average_precision is 'Area under the precision-recall curve.';
comment on column analysis.referral_predictions.covered_share is 'Share of all observed pairs that are candidates at all.';

create table analysis.network_services (
  service_id varchar primary key,
  place_count integer not null,
  share double not null,
  mean_breadth double not null,
  specialization double not null
);
comment on table analysis.network_services is 'Two-mode measures between places and services, per service.';
comment on column analysis.network_services.service_id is 'main.services.id.';
comment on column analysis.network_services.place_count is 'Places that offer it.';
comment on column analysis.network_services.share is 'Share of the places with known services.';
comment on column analysis.network_services.mean_breadth is 'Mean number of services of the places that offer it.';
comment on column analysis.network_services.specialization is 'Mean breadth of all places over mean_breadth: above 1 where the service comes from places that offer little else.';
comment on column main.networks.id is 'Both ids, the smaller first; “_observed” follows for referrals that took place.';
comment on column main.networks.org1_id is 'main.organizations.id; smaller than org2_id.';
comment on column main.networks.org2_id is 'main.organizations.id.';
comment on column main.networks.relationship_type is 'Handoff along the continuum such as detox_to_residential; shared_operator, shared_certification or shared_funding; observed_referral.';
comment on column main.networks.score is '0 to 1, the sum of the factors; null for observed referrals.';
comment on column main.networks.factors is 'What each factor adds to the score; for observed referrals, how many each organization made.';
comment on column main.networks.distance_km is 'Great-circle distance, kilometres; null for observed referrals.';
comment on column main.networks.from_id is 'Organization that would refer to the other one; null where the tie has no direction.';
comment on column main.networks.plan_score is 'Score of the same pair in the migration plan''s model; null for observed referrals.';

create table analysis.rejected_referrals (
  line integer primary key,
  content varchar not null,
  because varchar not null
);
comment on table analysis.rejected_referrals is 'Rows of referrals.csv that cannot be read as a referral between two organizations.';
comment on column analysis.rejected_referrals.line is 'Number of the row, from 1, the header not counted.';
comment on column analysis.rejected_referrals.content is 'The row, tidied.';
comment on column analysis.rejected_referrals.because is 'What is wrong with it.';

create view marts.network_ties as
select
  place_1, place_2, relationship_type, direction, distance_km,
  distance_points, services_points, kind_points, certification_points, operator_points, funding_points, payers_points,
  plan_points
from analysis.network_ties;
comment on view marts.network_ties is 'Ties of the network, one row per pair of places; analysis.network_ties as reports may read it.';
