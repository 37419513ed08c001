import {join} from "node:path";
import type {SampleRecord} from "./sampleRecord.js";
import {type SiteFacts, siteFacts, type World} from "./siteFacts.js";
import {TextFile} from "./textFile.js";

/** What is true of the sample, written beside it: which record describes which place, and what was damaged. */
export class Truth {
  private constructor(
    private readonly records: TextFile,
    private readonly damages: TextFile
  ) {}

  static async create(folder: string): Promise<Truth> {
    const records = await TextFile.create(join(folder, "records.csv"));
    const damages = await TextFile.create(join(folder, "damages.csv"));
    await records.write("file,position,record_id,site_id,operator_id,listing\n");
    await damages.write("file,position,record_id,field,kind,truth\n");
    return new Truth(records, damages);
  }

  async add(
    file: string,
    position: number,
    {record, siteId, operatorId, listing, damages}: SampleRecord
  ): Promise<void> {
    const id = String(record.id ?? record.facility_id);
    await this.records.write(row([file, position, id, siteId, operatorId, listing]));
    for (const {field, kind, truth} of damages)
      await this.damages.write(row([file, position, id, field, kind, truth]));
  }

  async finish(): Promise<void> {
    await this.records.finish();
    await this.damages.finish();
  }
}

/** Writes one row per real treatment place, with its facts undamaged. */
export async function writeSites(world: World, path: string): Promise<void> {
  const file = await TextFile.create(path);
  await file.write(
    "site_id,operator_id,building_id,name,street,unit,city,state,zip,latitude,longitude,phone\n"
  );
  for (let site = 0; site < world.sites.count; site++)
    await file.write(siteRow(siteFacts(world, site), world.operators.building[site]!));
  await file.finish();
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
