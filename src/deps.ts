import { connect } from 'cloudflare:sockets';
import type { ObjectStore } from './lib/object-store.ts';
import { aftermathOf } from './cases/message-lost.ts';
import { partnerOf, type Partner } from './cases/partner-keys.ts';
import type { Deps } from './context.ts';
import { openDatabase, type Database } from './db/database.ts';
import { gathered } from './db/gathered.ts';
import { allDrafts, type DraftText } from './drafts/queries.ts';
import type { Bindings, Settings } from './env.ts';
import { openDesk } from './intake/desk.ts';
import { direct } from './intake/direct.ts';
import { gathering, type Gather } from './intake/gather.ts';
import { grouped } from './intake/grouped.ts';
import type { Desk } from './intake/item.ts';
import { whenQuiet } from './intake/soon.ts';
import { sha256 } from './lib/bytes.ts';
import { systemClock } from './lib/clock.ts';
import { keeping } from './lib/kept.ts';
import { log, nameOf } from './lib/log.ts';
import { oneAtATime } from './lib/one-at-a-time.ts';
import { openKeyRing, type KeyRing } from './lib/sealing/key-ring.ts';
import type { Means } from './notify/means.ts';
import type { DispatchTools } from './notify/outbox/dispatch.ts';
import { sites } from './sites/index.ts';
import { staffAftermath } from './staff-messages/lost.ts';
import type { Site } from './sites/site.ts';

type Keeping<T> = ReturnType<typeof keeping<T>>;

/** What lives as long as the isolate: nothing in it belongs to a request. */
export interface Isolate {
  settings: Settings;
  ring: KeyRing;
  drafts: Keeping<readonly DraftText[]>;
  partners: Keeping<Partner | null>;
  /** With the origins of this deployment. */
  sites: readonly Site[];
  glyphs: ArrayBuffer | null;
  /** What its requests submit at the same time goes as one. */
  gather: Gather;
  /** Under a stream of submissions a wake-up for each would fill the queue of the database, and most would fail. */
  afterwards: ReturnType<typeof oneAtATime>;
}

export const newIsolate = (settings: Settings): Isolate => ({
  settings,
  ring: openKeyRing(settings.MINYI_KEYS),
  drafts: keeping(),
  partners: keeping(),
  sites: sites.map((site) => ({ ...site, origins: [...site.origins, ...settings.EXTRA_ORIGINS] })),
  glyphs: null,
  gather: gathering(systemClock),
  afterwards: oneAtATime(systemClock.now),
});

export interface Requested {
  bindings: Bindings;
  address: string;
  /** Above sqld's own 5 s lock wait in the background; within 2 s a resident must have an answer. */
  timeoutMs: number;
  later(work: Promise<unknown>): void;
}

/** How long a supplier may take; an SMS that was perhaps taken is not sent again, so this is generous. */
const PATIENCE_MS = 10_000;

const desksOf = (objects: DurableObjectNamespace) => (site: string) =>
  objects.get(objects.idFromName(site)) as unknown as Desk;

/** Builds what one request works with: the only place that does. */
export function depsFor(isolate: Isolate, { bindings, address, timeoutMs, later }: Requested): Deps {
  const { settings, ring } = isolate;
  const clock = systemClock;
  const open = (ms: number) =>
    openDatabase({ url: settings.LIBSQL_URL, authToken: settings.LIBSQL_AUTH_TOKEN, timeoutMs: ms });
  const db = open(timeoutMs);
  const limiter = bindings.LIMITER;
  let dispatching: DispatchTools | undefined;
  const objects = settings.INTAKE === 'grouped' ? bindings.INTAKE_OBJECTS : undefined;
  return {
    tools: {
      db,
      ring,
      clock,
      intake: objects
        ? grouped(desksOf(objects), direct(db, true), (desk, order) => isolate.gather(desk, order, later))
        : direct(db),
      publicUrl: settings.PUBLIC_URL,
      allow: async (name) => (limiter ? (await limiter.limit({ key: name })).success : true),
    },
    // Most requests send nothing.
    get dispatching() {
      return (dispatching ??= dispatchingOf(isolate, bindings, gathered(open(8000))));
    },
    staff: { db, ring, clock, origin: settings.STAFF_URL ?? settings.PUBLIC_URL },
    objects: bindings.OBJECTS ? storeIn(bindings.OBJECTS) : null,
    environment: settings.ENVIRONMENT,
    sites: isolate.sites,
    extraOrigins: settings.EXTRA_ORIGINS,
    address,
    drafts: () => isolate.drafts('all', clock.now(), () => allDrafts(db)),
    partner: async (site, key) =>
      isolate.partners(`${site}|${await sha256(key)}`, clock.now(), () => partnerOf(db, site, key)),
    later: (work) =>
      later(
        isolate
          .afterwards(work)
          .catch((error: unknown) => log('error', 'background work failed', { error: nameOf(error) })),
      ),
    glyphs: async () => (isolate.glyphs ??= await glyphFile(bindings.ASSETS)),
  };
}

/** What sends messages, with every supplier that is set up; `db` outlives the lock waits of the background. */
function dispatchingOf({ settings, ring }: Isolate, { EMAIL }: Bindings, db: Database): DispatchTools {
  const clock = systemClock;
  const means: Means = {
    fetch: (asked) => fetch(asked),
    clock,
    connect: (to, tls) => connect(to, { secureTransport: tls === 'at-once' ? 'on' : 'starttls', allowHalfOpen: false }),
    platformMail: EMAIL ?? null,
    box: { db, ring },
    patienceMs: PATIENCE_MS,
  };
  return {
    db,
    ring,
    clock,
    suppliers: settings.suppliers.map((supplier) => supplier.open(means)),
    routing: {
      routes: settings.MESSAGE_ROUTES,
      local: settings.ENVIRONMENT === 'local',
      listed: settings.TRIAL_RECIPIENTS ?? null,
    },
    aftermath: staffAftermath({ db, ring, clock }, aftermathOf({ db, ring, clock })),
    sites,
  };
}

const storeIn = (bucket: R2Bucket): ObjectStore => ({
  async keep(name, text) {
    // Written once: whoever comes later finds the first.
    const written = await bucket.put(name, text, { onlyIf: new Headers({ 'if-none-match': '*' }) });
    return written ? text : ((await (await bucket.get(name))?.text()) ?? '');
  },
});

/** Only the path counts: the asset host answers for every name. */
async function glyphFile(assets: Bindings['ASSETS']): Promise<ArrayBuffer> {
  const file = await assets.fetch('https://assets.invalid/receipt-glyphs.bin');
  if (!file.ok) throw new Error(`no glyphs: ${file.status}`);
  return file.arrayBuffer();
}

interface WakingDesk extends Desk {
  /** The object's alarm: files what waits to be written, then sends what is due. */
  called(): Promise<void>;
}

/**
 * The intake of one site within its object; `wake` sends what waits in the outbox, as long as it may go on, and tells when
 * the next message is due: the object's alarm wakes it then.
 */
export function deskFor(
  { settings, ring }: Isolate,
  { storage }: DurableObjectState,
  wake: (goOn: () => boolean) => Promise<number | null>,
): WakingDesk {
  const wakeSafely = async (): Promise<void> => {
    try {
      const next = await wake(() => !desk.busy());
      // An alarm that stands is of what waits to be filed, and wakes the messages as well.
      if (next !== null && (await storage.getAlarm()) === null) await storage.setAlarm(next);
    } catch (error) {
      log('error', 'waking the outbox failed', { error: nameOf(error) });
    }
  };
  const desk = openDesk({
    store: { run: (text, ...args) => storage.sql.exec(text, ...args).toArray() },
    ring,
    clock: systemClock,
    open: (timeoutMs) => openDatabase({ url: settings.LIBSQL_URL, authToken: settings.LIBSQL_AUTH_TOKEN, timeoutMs }),
    callAt: (ms) => void storage.setAlarm(ms),
    wrote: whenQuiet(wakeSafely, () => desk.busy()),
  });
  return {
    ...desk,
    async called() {
      await desk.file();
      await wakeSafely();
    },
  };
}
