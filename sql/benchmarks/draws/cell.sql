select geohash[:5] as cell from main.organizations where geohash is not null order by id
