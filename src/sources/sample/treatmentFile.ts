import {convertedRecords, EXPORT_FILES} from "./convertedRecords.js";
import {demonstrationRecords} from "./demonstrationRecords.js";
import {mergedRecords} from "./mergedRecords.js";
import {type Quotas, total} from "./quotas.js";
import {oneToALine, type Piece, type SampleRecord} from "./sampleRecord.js";
import {serviceCodeReference} from "./serviceCodeReference.js";
import type {World} from "./siteFacts.js";

/** Yields treatment_centers_master.json: what an earlier merge left, then the records of the two exports. */
export function* treatmentFile(world: World, quotas: Quotas, generatedBy: string): Generator<Piece> {
  const counts = countRecords(quotas);
  const codes = serviceCodeReference();
  const head = {
    metadata: {
      title: "Treatment Centers Master Directory",
      description: "All treatment facilities, outpatient, residential and inpatient",
      last_updated: "2025-07-31 19:30:00",
      sources: [
        "SAMHSA Treatment Locator (Complete)",
        "SAMHSA Behavioral Health Treatment Services Locator",
        "SAMHSA N-SUMHSS (Demonstration Dataset)"
      ],
      samhsa_files_processed: EXPORT_FILES,
      service_codes_included: Object.keys(codes).length,
      generated_by: generatedBy
    },
    statistics: {
      total_facilities: counts.all,
      by_level: counts.levels,
      by_source: {existing_sources: quotas.merged, samhsa: counts.all - quotas.merged}
    },
    total_facilities: counts.all,
    samhsa_service_codes: codes
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"all_facilities":[`;
  yield* oneToALine(records(world, quotas, counts));
  yield "\n]}\n";
}

interface Counts {
  all: number;
  demonstration: number;
  levels: Record<string, number>;
}

function* records(world: World, quotas: Quotas, {all, demonstration}: Counts): Generator<SampleRecord> {
  yield* mergedRecords(world, quotas.merged - demonstration);
  yield* demonstrationRecords(quotas, world.sites.places, world.seed);
  yield* convertedRecords(world, all - quotas.merged);
}

function countRecords({levels, demonstration: {outpatient, residential}}: Quotas): Counts {
  const byLevel = {
    outpatient: levels.outpatient + total(outpatient),
    residential: levels.residential + total(residential),
    inpatient: levels.inpatient
  };
  return {
    all: byLevel.outpatient + byLevel.residential + byLevel.inpatient,
    demonstration: total(outpatient) + total(residential),
    levels: byLevel
  };
}
