import { sql } from 'drizzle-orm';
import { remindUnconfirmed } from '../cases/behalf/remind.ts';
import { carryOn } from '../cases/matter/carry-on.ts';
import { keepBands } from '../cases/matter/keep-bands.ts';
import { sweepPresences } from '../cases/presence/presence.ts';
import { renewCodes } from '../cases/new-code.ts';
import type { Deps } from '../context.ts';
import { askSuppliers } from '../notify/outbox/ask.ts';
import { pausePumped } from '../notify/codes/pause.ts';
import { oldCodes } from '../notify/codes/record.ts';
import { drain } from '../notify/outbox/drain.ts';
import { soonestDue } from '../notify/outbox/soonest.ts';
import { sweepStaff } from '../staff/tries.ts';
import { copyErasures } from './copy-erasures.ts';
import { log, nameOf } from '../lib/log.ts';
import { copySeals, type CopyTools } from './copy-seals.ts';
import { sweepRetention } from './retention.ts';
import { rotateAccountKeys } from './rotate-account-keys.ts';
import { rotateKeys } from './rotate-keys.ts';
import { indexWords } from './index-words.ts';
import { remind } from './remind.ts';
import { settleDates } from './settle-dates.ts';
import { tellAllAlarms, tellAllStaff } from './tell-staff.ts';
import { sealHeads } from './seal.ts';

const CODES_AT_ONCE = 20;

/**
 * Carries on what waits: answers to a bundle, new codes asked for, messages due. Run straight after an answer and by cron;
 * `goOn`: whether what is left may follow. Gives when the next message is due, where that is before cron comes.
 */
export async function wake({ tools, dispatching, sites }: Deps, goOn = () => true): Promise<number | null> {
  const siteOf = (id: string) => sites.find((site) => site.id === id);
  await carryOn({ ...tools, db: dispatching.db });
  await renewCodes({ ...tools, db: dispatching.db }, siteOf, CODES_AT_ONCE);
  await drain(dispatching, goOn);
  return soonestDue(dispatching.db, dispatching.clock.now());
}

/** An object files by itself; this is for one whose alarm was lost. */
async function fileAll({ sites, tools }: Deps): Promise<void> {
  await Promise.allSettled(sites.map(({ id }) => tools.intake.file(id)));
}

/** What nobody has reported on; before the outbox, so that what was not taken goes again in the same tick. */
async function askAll({ dispatching }: Deps): Promise<void> {
  for (let page = 0; page < ASK_PAGES_A_TICK; page += 1) {
    if ((await askSuppliers(dispatching, ASKED_AT_ONCE)) < ASKED_AT_ONCE) break;
  }
}

const DAY = 86_400_000;

async function sweep({ dispatching: { db, clock }, sites }: Deps): Promise<void> {
  const now = clock.now();
  await db.write([
    sql`DELETE FROM challenges_used WHERE expires_at < ${now}`,
    sql`DELETE FROM counters WHERE expires_at < ${now}`,
    sql`DELETE FROM wrong_tries WHERE at < ${now - DAY}`,
    sql`DELETE FROM idempotency WHERE created_at < ${now - 8 * DAY}`,
    sql`DELETE FROM code_requests WHERE asked_at < ${now - 8 * DAY} AND done_at IS NOT NULL`,
    oldCodes(sites, now),
    ...sweepStaff(now),
    sweepPresences(now),
    sql`INSERT INTO heartbeats (name, at) VALUES ('cron', ${now}) ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
  ]);
}

/** Copies lie where nobody who writes the database can reach them. */
const toStore = (run: (tools: CopyTools) => Promise<unknown>) => (deps: Deps) =>
  deps.objects ? run({ ...deps.dispatching, store: deps.objects }) : Promise.resolve();

const HEADS_A_SEAL = 2000;
const KEYS_A_TICK = 500;
const BANDS_A_TICK = 300;
const SETTLED_PAGES_A_TICK = 10;
const REMINDER_PAGES_A_TICK = 10;
const UNCONFIRMED_A_TICK = 100;
const COPIES_A_TICK = 3;
const ERASURES_A_TICK = 20;
const ASKED_AT_ONCE = 50;
const ASK_PAGES_A_TICK = 4;

interface Job {
  name: string;
  run(deps: Deps): Promise<unknown>;
}

/** What cron calls each minute, in this order; `sweep` leaves the heartbeat for the doctor and the health page. */
const jobs: readonly Job[] = [
  { name: 'file', run: fileAll },
  { name: 'ask', run: askAll },
  // Before what would send more of them.
  { name: 'pause-codes', run: ({ dispatching, sites }) => pausePumped(dispatching, sites) },
  { name: 'wake', run: (deps) => wake(deps) },
  { name: 'sweep', run: sweep },
  { name: 'settle-dates', run: ({ dispatching }) => settleDates(dispatching, SETTLED_PAGES_A_TICK) },
  { name: 'remind', run: ({ dispatching }) => remind(dispatching, REMINDER_PAGES_A_TICK) },
  {
    name: 'remind-unconfirmed',
    run: ({ dispatching, sites }) => remindUnconfirmed(dispatching, sites, UNCONFIRMED_A_TICK),
  },
  { name: 'tell-staff', run: tellAllStaff },
  { name: 'bands', run: ({ dispatching }) => keepBands(dispatching, BANDS_A_TICK) },
  { name: 'seal', run: ({ dispatching }) => sealHeads(dispatching, HEADS_A_SEAL) },
  { name: 'rotate-keys', run: ({ dispatching }) => rotateKeys(dispatching, KEYS_A_TICK) },
  { name: 'rotate-account-keys', run: ({ dispatching }) => rotateAccountKeys(dispatching, KEYS_A_TICK) },
  {
    name: 'retention',
    run: ({ dispatching, sites }) => sweepRetention({ ...dispatching, sites }, ERASURES_A_TICK),
  },
  { name: 'index-words', run: indexWords },
  { name: 'copy-seals', run: toStore((tools) => copySeals(tools, COPIES_A_TICK)) },
  { name: 'copy-erasures', run: toStore((tools) => copyErasures(tools, ERASURES_A_TICK)) },
  { name: 'alarms', run: tellAllAlarms },
];

/** Runs every job of the list, one line in the log for each. One that fails keeps no other from its turn; it is thrown at the end. */
export async function tick(deps: Deps): Promise<void> {
  const { clock } = deps.tools;
  const failed: string[] = [];
  for (const { name, run } of jobs) {
    const from = clock.now();
    const error = await run(deps).then(
      () => null,
      (thrown: unknown) => nameOf(thrown),
    );
    if (error !== null) failed.push(name);
    log(error === null ? 'info' : 'error', 'job', { job: name, ms: clock.now() - from, error: error ?? undefined });
  }
  if (failed.length > 0) throw new Error(`jobs failed: ${failed.join(', ')}`);
}
