select latitude, longitude from main.organizations where latitude is not null order by id
