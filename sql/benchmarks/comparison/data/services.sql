select id, service_name from main.services where kind = 'service' order by id
