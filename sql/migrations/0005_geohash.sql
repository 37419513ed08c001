-- Geohash (G. Niemeyer, 2008): longitude and latitude halved in turn, five bits a character. A cell's
-- character depends on three bits of one axis and two of the other, whose places swap from character to
-- character; ordering the base-32 alphabet by (three bits, two bits) makes one lookup string serve both.
-- A point on an edge belongs to the lower cell, as in the reference implementation.
create macro main.geohash_characters(x, y, alphabet) as
  substr(alphabet, 1 + ((x >> 27) & 7) * 4 + ((y >> 28) & 3), 1)
  || substr(alphabet, 1 + ((y >> 25) & 7) * 4 + ((x >> 25) & 3), 1)
  || substr(alphabet, 1 + ((x >> 22) & 7) * 4 + ((y >> 23) & 3), 1)
  || substr(alphabet, 1 + ((y >> 20) & 7) * 4 + ((x >> 20) & 3), 1)
  || substr(alphabet, 1 + ((x >> 17) & 7) * 4 + ((y >> 18) & 3), 1)
  || substr(alphabet, 1 + ((y >> 15) & 7) * 4 + ((x >> 15) & 3), 1)
  || substr(alphabet, 1 + ((x >> 12) & 7) * 4 + ((y >> 13) & 3), 1)
  || substr(alphabet, 1 + ((y >> 10) & 7) * 4 + ((x >> 10) & 3), 1)
  || substr(alphabet, 1 + ((x >> 7) & 7) * 4 + ((y >> 8) & 3), 1)
  || substr(alphabet, 1 + ((y >> 5) & 7) * 4 + ((x >> 5) & 3), 1)
  || substr(alphabet, 1 + ((x >> 2) & 7) * 4 + ((y >> 3) & 3), 1)
  || substr(alphabet, 1 + ((y >> 0) & 7) * 4 + ((x >> 0) & 3), 1);

create macro main.encode_geohash(latitude, longitude, length) as
  case when latitude between -90 and 90 and longitude between -180 and 180 then left(
    main.geohash_characters(
      greatest(0, least(1073741823, ceil((longitude + 180.0) * (1073741824.0 / 360.0))::bigint - 1)),
      greatest(0, least(1073741823, ceil((latitude + 90.0) * (1073741824.0 / 180.0))::bigint - 1)),
      '028b139c46df57eghksujmtvnqwyprxz'
    ),
    length
  ) end;
