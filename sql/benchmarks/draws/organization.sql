select id from main.organizations order by id
