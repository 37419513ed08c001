import {existsSync, watch} from "node:fs";

const QUIET_MS = 60;

/**
 * Calls back when anything below the given paths has changed and then kept still for a moment, with those of the paths
 * below which it has; never while an earlier call is at work. Returns a function that stops watching.
 */
export function watchInputs(paths: string[], onChange: (changed: string[]) => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let changed = new Set<string>();
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), QUIET_MS);
  };
  const note = (path: string): void => {
    changed.add(path);
    schedule();
  };
  const watchers = paths
    .filter((path) => existsSync(path))
    .map((path) => watch(path, {recursive: true}, (_, name) => isHidden(name) || note(path)));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };

  async function run(): Promise<void> {
    if (isBusy) return schedule();
    isBusy = true;
    const current = [...changed];
    changed = new Set();
    try {
      await onChange(current);
    } finally {
      isBusy = false;
    }
  }
}

/** Says whether a path lies in a cache, such as Framework’s. */
function isHidden(path: string | null): boolean {
  return /(^|\/)\./.test(path ?? "");
}
