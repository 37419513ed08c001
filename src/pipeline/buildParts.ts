import {copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Config} from "../config.js";
import {UserError} from "../error.js";
import {syncFile} from "./durable.js";
import type {Warehouse} from "../warehouse/open.js";
import type {BuildInputs} from "./fingerprint.js";
import type {Stopwatch} from "./stopwatch.js";

/** Steps with which a build can go on, and before which it can end: what they read is in the warehouse file alone. */
export const BEGINNINGS = ["counties", "duplicates", "coverage", "networks", "history"] as const;

export type Beginning = (typeof BEGINNINGS)[number];

/** Which part of a build to run; all of it unless said otherwise. */
export interface PartOptions {
  from?: Beginning | undefined;
  before?: Beginning | undefined;
}

/** What a build runs on: its inputs, and whether they are generated data. */
interface Made {
  inputs: BuildInputs;
  isSample: boolean;
}

interface Reached {
  warehouse: Warehouse;
  watch: Stopwatch;
  inputs: BuildInputs;
}

/** Returns the step of the given name. Throws a UserError with exit code 2 if a build cannot begin with it. */
export function beginningOf(option: string, step: string): Beginning {
  const found = BEGINNINGS.find((name) => name === step);
  if (!found)
    throw new UserError(`no such step for ${option}: ${step}; choose one of ${BEGINNINGS.join(", ")}`, {
      exitCode: 2
    });
  return found;
}

/**
 * Keeps the warehouse of a build as it was before each of its analyses, in the folder steps of the state, so that a
 * build of hours goes on where it failed, and a step can be measured without those before it.
 */
export class BuildParts {
  private readonly folder: string;

  constructor(
    {state}: Pick<Config, "state">,
    private readonly candidate: string,
    private readonly options: PartOptions
  ) {
    this.folder = join(state, "steps");
  }

  /**
   * Puts the kept warehouse in the candidate’s place if the build does not begin with the sources; says whether it does
   * not. Throws a UserError if none was kept, or one of other inputs. What another version of the program made
   * is taken for generated data alone, which no one is sent anywhere by: they are built to be measured, and what is
   * published of them never counts as up to date.
   */
  goOn({inputs, isSample}: Made): boolean {
    const {from} = this.options;
    if (!from) return false;
    const [kept, made] = [this.pathOf(from), `${this.pathOf(from)}.json`];
    if (!existsSync(kept) || !existsSync(made))
      throw new UserError(`nothing kept to go on from ${from}: no ${kept}; begin with an earlier step`);
    const earlier = JSON.parse(readFileSync(made, "utf8")) as BuildInputs;
    const compared = isSample ? (["data", "engine"] as const) : (["data", "code", "engine"] as const);
    const changed = compared.filter((input) => earlier[input] !== inputs[input]);
    if (changed.length)
      throw new UserError(
        `cannot go on from ${from}: ${changed.join(" and ")} changed since ${kept} was kept; build from the sources`
      );
    copyFileSync(kept, this.candidate);
    return true;
  }

  /** Says whether the step is one of those that the kept warehouse has behind it. */
  isBehind(step: Beginning): boolean {
    const {from} = this.options;
    return from !== undefined && BEGINNINGS.indexOf(step) < BEGINNINGS.indexOf(from);
  }

  /** Keeps the open warehouse as it is before the step, and says whether the build goes on with it. */
  async reach(step: Beginning, {warehouse, watch, inputs}: Reached): Promise<boolean> {
    if (step !== this.options.from) await watch.time("keep", () => this.keep(step, {warehouse, inputs}));
    return step !== this.options.before;
  }

  private async keep(
    step: Beginning,
    {warehouse, inputs}: Pick<Reached, "warehouse" | "inputs">
  ): Promise<void> {
    await warehouse.run("checkpoint");
    mkdirSync(this.folder, {recursive: true});
    const kept = this.pathOf(step);
    rmSync(`${kept}.json`, {force: true});
    copyFileSync(this.candidate, `${kept}.${process.pid}`);
    syncFile(`${kept}.${process.pid}`);
    renameSync(`${kept}.${process.pid}`, kept);
    writeFileSync(`${kept}.json`, JSON.stringify(inputs));
  }

  private pathOf(step: Beginning): string {
    return join(this.folder, `before-${step}.duckdb`);
  }
}

/** Removes what was kept of an earlier build. */
export function removeParts({state}: Pick<Config, "state">): void {
  rmSync(join(state, "steps"), {recursive: true, force: true});
}
