import {existsSync, watch} from "node:fs";

const QUIET_MS = 150;

/**
 * Calls back when anything below the given paths has changed and then kept still for a moment; never while an earlier
 * call is at work. Returns a function that stops watching.
 */
export function watchInputs(paths: string[], onChange: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET_MS);
  };
  const watchers = paths
    .filter((path) => existsSync(path))
    .map((path) => watch(path, {recursive: true}, schedule));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };

  async function run(): Promise<void> {
    if (isBusy) return schedule();
    isBusy = true;
    try {
      await onChange();
    } finally {
      isBusy = false;
    }
  }
}
