import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Config, warehousePath} from "../../src/config.js";
import {migrate} from "../../src/warehouse/migrate.js";
import {Warehouse} from "../../src/warehouse/open.js";

export const RECORDS = "0123456789abcdef.parquet";

/**
 * Makes a state folder with a small published warehouse in it: three organizations with awkward values, one
 * of each kind of catalog object, and an archive of original records.
 */
export async function publishFixture(
  migrations = "sql/migrations"
): Promise<{config: Config; remove: () => void}> {
  const state = mkdtempSync(join(tmpdir(), "workbench-"));
  const config: Config = {sources: null, state, reference: null, database: "production"};
  mkdirSync(join(state, "records"));
  writeFileSync(join(state, "records", RECORDS), "the original records");
  const warehouse = await Warehouse.open(warehousePath(config));
  try {
    await migrate(warehouse, migrations);
    await warehouse.run(ROWS);
    await warehouse.run(OBJECTS);
  } finally {
    warehouse.close();
  }
  return {config, remove: () => rmSync(state, {recursive: true, force: true})};
}

const ROWS = `
insert into meta.builds values ('abcdef012345', 'abcdef0123456789', '2026-03-01 04:00:00.000001', true, '1.5.6', null, '${RECORDS}');
insert into main.organizations by name
select
  * exclude (i),
  'narr_residences' as organization_type,
  []::varchar[] as certifications, []::varchar[] as demographics, ['State', 'Fees, “own”']::varchar[] as funding_sources,
  []::varchar[] as alternate_names, []::varchar[] as phones, []::varchar[] as payers, []::varchar[] as languages,
  ['PEER', 'DT']::varchar[] as service_codes, []::varchar[] as issues,
  'a list' as data_source, true as is_narr_certified, i as record_id, 'local' as scope, 'exact' as coordinate_precision,
  false as is_synthetic
from (values
  (1, 'ORG_0001', 'A "quoted", name', 'TX', '01234', 30.25, -97.75, '+16175550100', ['Peer support', 'a,b', null],
    {total_beds: 8, available_beds: null, mens_beds: 8, womens_beds: 0, family_beds: null, residences: null}, '12 Main St
second line', date '2025-07-31', timestamp '2025-07-31 12:34:56.789012'),
  (2, 'ORG_0002', '=HYPERLINK("http://x.invalid";"y")', 'MA', null, null, null, null, []::varchar[], null, '', null, null),
  (3, 'ORG_0003', 'ÉCOLE – 恢复 🏠', null, '02139', -14.25, 170.5, '''-already', ['@cmd'], null, '-1+1', date '2025-01-02', null)
) as source(
  i, id, name, address_state, address_zip, latitude, longitude, phone, services, capacity, address_street,
  extraction_date, last_updated
);
insert into main.services values
  ('PEER', 'Peer support', 'Recovery', 'Support from people in recovery.', 'service', 'PEER', true),
  ('DT', 'Detoxification', null, null, 'service', 'DT', true);
insert into main.organization_services values ('ORG_0001', 'PEER'), ('ORG_0001', 'DT'), ('ORG_0003', 'PEER');
insert into main.source_values values ('ORG_0001', 'address_zip', '1234'), ('ORG_0003', 'phone', '-already');`;

const OBJECTS = `
create table marts.state_totals as
select address_state as state, count(*) as organization_count, sum(record_id) as record_id_sum
from main.organizations group by all;
comment on table marts.state_totals is 'It''s one row per state.';
comment on column marts.state_totals.state is 'USPS code; null where unknown.';
create view main.totals as select * from marts.state_totals where organization_count > 0;
comment on view main.totals is 'Totals; of states.';
create macro main.plus(a, b := 3) as a + b;
comment on macro main.plus is 'Adds three unless told otherwise.';
create macro main.in_state(wanted) as table select id from main.organizations where address_state = wanted;
create sequence analysis.numbers start 5;
create type analysis.size as enum ('small', 'large');
create table analysis.odd (
  id integer primary key check (id > 0), amount hugeint default 7, span interval, flags bit, seen_at timestamptz, seen_on date,
  size enum ('small', 'large') not null, label varchar unique, extra json, tags map(varchar, integer), "a ""b""" integer
);
insert into analysis.odd values
  (1, 170141183460469231731687303715884105727, interval '1 month 2 days 3.000004 seconds', '10101',
    '2026-03-01 04:00:00+00', 'infinity', 'small', 'one', '{"k":  1}', map {'x': 1}, 2),
  (2, null, null, null, null, null, 'large', null, null, null, null);
comment on column analysis.odd."a ""b""" is 'A name with quotes.';
create index odd_day on analysis.odd (seen_on);`;
