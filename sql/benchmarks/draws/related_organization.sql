select organization_id as id from analysis.network_places where degree > 0 order by place
