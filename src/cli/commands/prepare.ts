import {programInputs} from "../../pipeline/fingerprint.js";
import {prepareFoundation} from "../../pipeline/foundation.js";
import type {Command} from "../command.js";

export const command: Command = {
  summary: "Make ahead what every build begins with.",
  usage: ["prepare"],
  details:
    "Compiles the program and makes the empty tables, the seeds and the reference figures, which do not depend on the\n" +
    "sources. npm ci runs it, so that a first build need not; every build makes what is missing.",
  async run({config, output}) {
    output.progress("making the foundation of builds");
    const isMade = await prepareFoundation(config, programInputs(config));
    output.done();
    output.line(isMade ? "the foundation of builds is made" : "the foundation of builds was there already");
  }
};
