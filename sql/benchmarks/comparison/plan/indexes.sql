create index organizations_state on main.organizations (address_state);
create index organizations_city on main.organizations (address_state, address_city);
create index organizations_type on main.organizations (organization_type);
create index organizations_geohash on main.organizations (geohash);
create index networks_org1 on main.networks (org1_id);
create index networks_org2 on main.networks (org2_id);
create index networks_score on main.networks (score)
