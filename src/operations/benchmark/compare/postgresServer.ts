import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {chmodSync, chownSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";

/** A PostgreSQL server of our own, with an empty database, that only this machine’s user can reach. */
export interface PostgresServer {
  /** Folder of the socket. */
  host: string;
  user: string;
  stop(): Promise<void>;
}

const USER = "benchmark";
const STOP_MS = 10_000;

/** Starts a server in a temporary folder, on a socket without a port; null where PostgreSQL is not installed. */
export async function startPostgres(): Promise<PostgresServer | null> {
  const programs = programFolder();
  if (programs === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "workbench-pg-"));
  const identity = unprivileged();
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid!);
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const options = ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(programs, "initdb"), options, {...identity, stdio: "ignore", cwd: folder});
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "jit=off"],
    {...identity, stdio: "ignore", cwd: folder}
  );
  return {host: folder, user: USER, stop: () => stop(server, folder)};
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  if (server.exitCode === null) {
    server.kill("SIGINT");
    await Promise.race([ended, sleep(STOP_MS, undefined, {ref: false}).then(() => server.kill("SIGKILL"))]);
  }
  rmSync(folder, {recursive: true, force: true});
}

function programFolder(): string | null {
  try {
    const folder = execFileSync("pg_config", ["--bindir"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"]
    }).trim();
    execFileSync(join(folder, "postgres"), ["--version"], {stdio: "ignore"});
    return folder;
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root; the user “nobody” has no rights to lose. */
function unprivileged(): {uid?: number; gid?: number} {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "nobody"], {encoding: "utf8"}));
  return {uid: idOf("-u"), gid: idOf("-g")};
}
