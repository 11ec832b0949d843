import { sql } from 'drizzle-orm';
import { remindUnconfirmed } from '../cases/behalf/remind.ts';
import { carryOn } from '../cases/matter/carry-on.ts';
import { keepBands } from '../cases/matter/keep-bands.ts';
import { sweepPresences } from '../cases/presence/presence.ts';
import { renewCodes } from '../cases/new-code.ts';
import type { Deps } from '../context.ts';
import { askSuppliers } from '../notify/outbox/ask.ts';
import { dispatch } from '../notify/outbox/dispatch.ts';
import { sweepStaff } from '../staff/tries.ts';
import { copyErasures } from './copy-erasures.ts';
import { copySeals } from './copy-seals.ts';
import { sweepRetention } from './retention.ts';
import { rotateKeys } from './rotate-keys.ts';
import { indexWords } from './index-words.ts';
import { remind } from './remind.ts';
import { settleDates } from './settle-dates.ts';
import { sealHeads } from './seal.ts';

const AT_ONCE = 20;

/** Carries on what waits: answers to a bundle, new codes asked for, messages due. Run straight after an answer and by cron; `goOn`: whether what is left may follow. */
export async function wake({ tools, dispatching, sites }: Deps, goOn = () => true): Promise<void> {
  const siteOf = (id: string) => sites.find((site) => site.id === id);
  await carryOn({ ...tools, db: dispatching.db });
  await renewCodes({ ...tools, db: dispatching.db }, siteOf, AT_ONCE);
  while ((await dispatch(dispatching, AT_ONCE)) === AT_ONCE && goOn());
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

/**
 * What cron calls each minute: wakes the outbox, sweeps what has expired, leaves its heartbeat for the doctor, and once an
 * hour seals the chains; copies of seals and erasures go where nobody who writes the database can reach them.
 */
export async function tick(deps: Deps): Promise<void> {
  const { db } = deps.dispatching;
  const now = deps.tools.clock.now();
  await fileAll(deps);
  await askAll(deps);
  await wake(deps);
  await db.write([
    sql`DELETE FROM challenges_used WHERE expires_at < ${now}`,
    sql`DELETE FROM counters WHERE expires_at < ${now}`,
    sql`DELETE FROM wrong_tries WHERE at < ${now - DAY}`,
    sql`DELETE FROM idempotency WHERE created_at < ${now - 8 * DAY}`,
    sql`DELETE FROM code_requests WHERE asked_at < ${now - 8 * DAY} AND done_at IS NOT NULL`,
    ...sweepStaff(now),
    sweepPresences(now),
    sql`INSERT INTO heartbeats (name, at) VALUES ('cron', ${now}) ON CONFLICT (name) DO UPDATE SET at = excluded.at`,
  ]);
  await settleDates(deps.dispatching, SETTLED_PAGES_A_TICK);
  await remind(deps.dispatching, REMINDER_PAGES_A_TICK);
  await remindUnconfirmed(deps.dispatching, deps.sites, UNCONFIRMED_A_TICK);
  await keepBands(deps.dispatching, BANDS_A_TICK);
  await sealHeads(deps.dispatching, HEADS_A_SEAL);
  await rotateKeys(deps.dispatching, KEYS_A_TICK);
  await sweepRetention({ ...deps.dispatching, sites: deps.sites }, ERASURES_A_TICK);
  await indexWords(deps);
  if (!deps.objects) return;
  const copying = { ...deps.dispatching, store: deps.objects };
  await copySeals(copying, COPIES_A_TICK);
  await copyErasures(copying, ERASURES_A_TICK);
}
