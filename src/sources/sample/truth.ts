import {join} from "node:path";
import type {SampleRecord} from "./sampleRecord.js";
import {type SiteFacts, siteFacts, type World} from "./siteFacts.js";
import {type TextFile, writeTextFile} from "./textFile.js";

/** What is true of the records, taken down as they are written: the place each describes, and the damage. */
export interface Truth {
  add(file: string, position: number, record: SampleRecord): Promise<void>;
}

/** Writes records.csv and damages.csv into the folder while the callback writes the records. */
export async function writeTruth(folder: string, callback: (truth: Truth) => Promise<void>): Promise<void> {
  await writeTextFile(join(folder, "records.csv"), (records) =>
    writeTextFile(join(folder, "damages.csv"), async (damages) => {
      await records.write("file,position,record_id,site_id,operator_id,listing\n");
      await damages.write("file,position,record_id,field,kind,truth\n");
      await callback({
        add: (file, position, record) => addRecord({records, damages}, [file, position], record)
      });
    })
  );
}

/** Writes one row per real treatment place, with its facts undamaged. */
export async function writeSites(world: World, path: string): Promise<void> {
  await writeTextFile(path, async (file) => {
    await file.write(
      "site_id,operator_id,building_id,name,street,unit,city,state,zip,latitude,longitude,phone\n"
    );
    for (let site = 0; site < world.sites.count; site++)
      await file.write(siteRow(siteFacts(world, site), world.operators.building[site]!));
  });
}

async function addRecord(
  files: {records: TextFile; damages: TextFile},
  place: [file: string, position: number],
  {record, siteId, operatorId, listing, damages}: SampleRecord
): Promise<void> {
  const id = String(record.id ?? record.facility_id);
  await files.records.write(row([...place, id, siteId, operatorId, listing]));
  for (const {field, kind, truth} of damages)
    await files.damages.write(row([...place, id, field, kind, truth]));
}

function siteRow({place, ...site}: SiteFacts, building: number): string {
  return row([
    site.siteId,
    site.operatorId,
    `B${building + 1}`,
    site.name,
    site.street,
    site.unit,
    place.city,
    place.state,
    place.zip,
    site.latitude,
    site.longitude,
    site.phone
  ]);
}

function row(values: (string | number)[]): string {
  return `${values.map(cell).join(",")}\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return text.includes(",") || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
