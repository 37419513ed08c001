import {ANSWERS} from "../answers/answer.js";
import type {Directory} from "../directory.js";
import type {Contender} from "./contender.js";

/** The directory as JavaScript objects in memory, searched from end to end; a Map finds an id. */
export function javascriptContender(directory: Directory): Contender {
  return {
    name: "JavaScript",
    note: "a scan over the parsed records in memory, with a Map for ids",
    buildMs: null,
    megabytes: null,
    ask: async (question, parameters) => ANSWERS[question]!(directory, parameters),
    close: async () => {}
  };
}
