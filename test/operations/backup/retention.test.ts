import fc from "fast-check";
import {expect, it} from "vitest";
import {BACKUP_TYPES} from "../../../src/operations/backup/backup.js";
import {readRetention} from "../../../src/operations/backup/pruneBackups.js";
import {type DatedBackup, expiredBackups} from "../../../src/operations/backup/retention.js";

const days = (type: DatedBackup["type"], count: number): DatedBackup[] =>
  Array.from({length: count}, (_, i) => {
    const day = `2026-03-${String(i + 1).padStart(2, "0")}`;
    return {name: `${day}-${type}`, type, created_at: `${day}T04:00:00.000Z`};
  });

it("keeps seven daily, four weekly and twelve monthly backups, and every manual one", () => {
  const backups = [...days("daily", 9), ...days("weekly", 6), ...days("monthly", 14), ...days("manual", 20)];
  const removed = expiredBackups(backups, readRetention()).map(({name}) => name);
  expect(removed.sort()).toEqual([
    "2026-03-01-daily",
    "2026-03-01-monthly",
    "2026-03-01-weekly",
    "2026-03-02-daily",
    "2026-03-02-monthly",
    "2026-03-02-weekly"
  ]);
});

it("keeps the newest backup of all even where retention asks for none", () => {
  expect(expiredBackups(days("daily", 2), {daily: 0}).map(({name}) => name)).toEqual(["2026-03-01-daily"]);
});

it("removes only what is older, within its type, than all that it keeps", () => {
  const backup = fc.record({
    name: fc.uuid(),
    type: fc.constantFrom(...BACKUP_TYPES),
    created_at: fc.integer({min: 0, max: 99}).map((n) => `2026-03-01T04:00:${String(n).padStart(2, "0")}Z`)
  });
  const backups = fc.uniqueArray(backup, {minLength: 1, maxLength: 30, selector: ({name}) => name});
  fc.assert(
    fc.property(backups, fc.nat(3), (backups, keep) => {
      const newest = [...backups].sort((a, b) =>
        a.created_at + a.name < b.created_at + b.name ? 1 : -1
      )[0]!;
      const removed = expiredBackups(backups, {daily: keep, weekly: keep, monthly: keep});
      const kept = backups.filter((one) => !removed.includes(one));
      expect(kept.length).toBeGreaterThan(0);
      for (const old of removed) {
        const rivals = kept.filter(({type}) => type === old.type);
        expect(rivals.length).toBe(Math.max(keep, old.type === newest.type ? 1 : 0));
        expect(rivals.every(({created_at}) => created_at >= old.created_at)).toBe(true);
      }
    })
  );
});
