create index organizations_city on organizations (address_state, address_city);
create index organizations_name on organizations (address_state, name, id);
create index organizations_group on organizations (address_state, organization_type);
create index organization_services_organization on organization_services (organization_id, service_id);
create index networks_org1 on networks (org1_id);
create index networks_org2 on networks (org2_id);
analyze
