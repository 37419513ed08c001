alter table analysis.network_services add column null_breadth double;
alter table analysis.network_services add column null_deviation double;
alter table analysis.network_services add column z_score double;
comment on column analysis.network_services.null_breadth is 'Mean breadth in random networks of places and services in which every place keeps its number of services and every service its number of places; mean over the networks.';
comment on column analysis.network_services.null_deviation is 'Standard deviation of that over the random networks.';
comment on column analysis.network_services.z_score is 'Mean breadth less that of the random networks, in standard deviations; null where they do not vary.';
comment on column analysis.network_measures.null_model is 'none; degree (random networks in which every place keeps its number of ties); length (which also keep how long ties are); or services (random networks of places and services in which both keep their numbers).';
