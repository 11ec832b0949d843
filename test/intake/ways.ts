import type { Database } from '../../src/db/database.ts';
import { openDesk, type DeskTools } from '../../src/intake/desk.ts';
import { direct } from '../../src/intake/direct.ts';
import { gathering } from '../../src/intake/gather.ts';
import { grouped } from '../../src/intake/grouped.ts';
import type { Intake } from '../../src/intake/item.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { testRing } from '../harness/database.ts';
import { memoryStore } from './memory-store.ts';

/** What an object works with in a test: a storage of its own, and nobody to call it but the test. */
export const deskTools = (db: Database, more: Partial<DeskTools> = {}): DeskTools => ({
  store: memoryStore(),
  ring: testRing(),
  clock: systemClock,
  open: () => db,
  callAt: () => undefined,
  wrote: () => undefined,
  ...more,
});

/** The ways in which a submission may reach the database: what holds of one holds of the others. */
export const ways: { name: string; intakeOf(db: Database): Intake }[] = [
  { name: 'direct', intakeOf: (db) => direct(db) },
  {
    name: 'grouped',
    intakeOf(db) {
      const desk = openDesk(deskTools({ ...db, close: () => undefined }));
      return grouped(() => desk, direct(db, true));
    },
  },
  {
    name: 'gathered and grouped',
    intakeOf(db) {
      const desk = openDesk(deskTools({ ...db, close: () => undefined }));
      const gather = gathering(systemClock);
      return grouped(
        () => desk,
        direct(db, true),
        (at, item) => gather(at, item, (call) => void call),
      );
    },
  },
];
