alter table analysis.network_communities add column community_id varchar;
comment on column analysis.network_communities.community_id is 'Taken over from the published build''s community with the most members in common, where they are half of all; otherwise made from the state and the largest city.';

comment on column main.geographic_clusters.cluster_id is 'Taken over from the published build''s cluster with the most members in common, where they are half of all; otherwise made from the level, the state and the largest city (and ZIP code where that is taken). Cities keep theirs by name.';
