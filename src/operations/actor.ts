import {hostname, userInfo} from "node:os";

/** Returns who runs the program: WORKBENCH_ACTOR, the actor of a GitHub workflow, or user@host. */
export function actor(env: NodeJS.ProcessEnv = process.env): string {
  if (env.WORKBENCH_ACTOR) return env.WORKBENCH_ACTOR;
  if (env.GITHUB_ACTOR) return `${env.GITHUB_ACTOR} (workflow run ${env.GITHUB_RUN_ID ?? "unknown"})`;
  return `${userName(env)}@${hostname()}`;
}

function userName(env: NodeJS.ProcessEnv): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a user id that has no name.
    return env.USER ?? "unknown";
  }
}
