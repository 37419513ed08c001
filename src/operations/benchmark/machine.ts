import {createHash} from "node:crypto";
import {arch, cpus, hostname, platform, release, totalmem} from "node:os";
import {version} from "@duckdb/node-api";
import type {Machine} from "../../pipeline/benchmarkLog.js";

/** Describes this machine; its name goes into the id alone, since the report may be public. */
export function describeMachine(): Machine {
  const cpuModel = cpus()[0]?.model.trim() ?? "unknown";
  const cpuCount = cpus().length;
  const memoryMb = Math.round(totalmem() / 1e6);
  const identity = [hostname(), cpuModel, cpuCount, memoryMb].join(" ");
  return {
    machineId: createHash("sha256").update(identity).digest("hex").slice(0, 8),
    cpuModel,
    cpuCount,
    memoryMb,
    platform: `${platform()} ${release()} ${arch()}`,
    nodeVersion: process.version,
    engineVersion: version()
  };
}
