import type { Database } from '../db/database.ts';
import { failureOf } from '../db/failure.ts';
import type { Clock } from '../lib/clock.ts';
import { log, nameOf } from '../lib/log.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import { fileGroup } from './file.ts';
import type { Desk, Item, Taken } from './item.ts';
import { openSpool, type Store } from './spool.ts';
import { openTries } from './tries.ts';
import { writeGroup } from './write.ts';

/** What the intake object of a site works with. */
export interface DeskTools {
  store: Store;
  ring: KeyRing;
  clock: Clock;
  /** A client for one round of work, with its own time-out. */
  open(timeoutMs: number): Database;
  /** Asks for `file` to be called at a time, by something that outlives this process. */
  callAt(ms: number): void;
  /** Something was written: messages may be waiting. */
  wrote(): void;
}

/** What the database cannot take within this time is kept here and acknowledged. */
const BUDGET_MS = 2000;
/** How long one waits behind another under the same key. */
const BEHIND_MS = 8000;
const FILING_TIMEOUT_MS = 5000;
const TRY_AGAIN_MS = 1000;
/** One batch: so many items, gathered for so long where others came at the same time. */
const GROUP = 100;
const GATHER_MS = 2;
/** How long a request to the database takes to leave this thread: its body goes out in pieces of 8 KB, each waiting its turn. */
const HANDED_OVER_MS = 2;
const PAUSES = [50, 150, 400];

interface Caller {
  item: Item;
  until: number;
  answer(taken: Taken): void;
}

/** The one item of a key that is on its way. */
interface UnderWay {
  item: Item;
  end: Promise<Taken>;
}

/** As its own process sees it. */
export interface OpenDesk extends Desk {
  /** Whether a submission is on its way to the database. */
  busy(): boolean;
}

/**
 * The one writer of a site (architecture.md, mechanism 3). Gathers what arrives together into one batch; keeps what the
 * database does not take in time, and everything behind it, until it is filed in order. Nothing it acknowledged is lost.
 */
export function openDesk(tools: DeskTools): OpenDesk {
  const { store, ring, clock } = tools;
  const spool = openSpool(store, ring);
  const tries = openTries(store);
  const queue: Caller[] = [];
  const underWay = new Map<string, UnderWay>();
  /** The database was given up on, and what it did not take is being put into the spool. */
  let givingUp = 0;
  let work = Promise.resolve();
  let lastGroup = 0;
  let writing = false;
  let called = 0;
  /**
   * A call that is due already is not put off: under a stream of submissions it would never come. One that is further away
   * than any is asked for was asked for by a clock that has been put back since.
   */
  const fileSoon = (): void => {
    const now = clock.now();
    if (called > now && called <= now + TRY_AGAIN_MS) return;
    called = now + TRY_AGAIN_MS;
    tools.callAt(called);
  };
  if (spool.waiting() > 0) fileSoon();

  /** One piece of work at a time: never two writers. */
  const alone = (next: () => Promise<void>): Promise<void> => (work = work.then(next));

  async function keep(items: readonly Item[]): Promise<Taken[]> {
    givingUp += 1;
    try {
      const kept = await spool.put(items);
      fileSoon();
      return kept;
    } finally {
      givingUp -= 1;
    }
  }

  async function enqueue(item: Item): Promise<Taken> {
    if (givingUp > 0 || spool.waiting() > 0) return (await keep([item]))[0] ?? { is: 'gone' };
    return new Promise((answer) => {
      queue.push({ item, until: clock.now() + BUDGET_MS, answer });
      if (queue.length === 1) void alone(writeQueue);
    });
  }

  async function writeQueue(): Promise<void> {
    // Alone, nobody waits for others; behind a group of many, the next of them are on their way.
    if (lastGroup > 1) await pause(GATHER_MS);
    let tell: (() => void) | null = null;
    while (queue.length > 0) {
      const group = queue.splice(0, GROUP);
      lastGroup = group.length;
      writing = true;
      const outcome = written(group);
      if (tell) {
        // Answering many takes the thread: the database has the next group before that, not after.
        await pause(HANDED_OVER_MS);
        tell();
      }
      const outcomes = await outcome;
      writing = false;
      if (outcomes === null) {
        const all = [...group, ...queue.splice(0)];
        const kept = await keep(all.map(({ item }) => item));
        answerAll(all, kept);
        return;
      }
      tell = () => answerAll(group, outcomes);
      tools.wrote();
    }
    tell?.();
  }

  /** How each of a group fared, or null once the first of them has waited long enough. */
  async function written(group: readonly Caller[]): Promise<Taken[] | null> {
    const until = Math.min(...group.map((caller) => caller.until));
    for (let attempt = 0; ; attempt += 1) {
      const left = until - clock.now();
      if (left <= 0) return null;
      const db = tools.open(left);
      try {
        const items = group.map(({ item }) => item);
        return await writeGroup(db, items, attempt > 0);
      } catch (error) {
        if (failureOf(error).is !== 'passing') return group.map(() => ({ is: 'faulty' }));
      } finally {
        db.close();
      }
      const wait = PAUSES[attempt];
      if (wait === undefined || clock.now() + wait >= until) return null;
      await pause(wait);
    }
  }

  /** What the one before under the same key came to, for who sends it again; null: it came to nothing. */
  async function behind({ item, end }: UnderWay): Promise<Taken | null> {
    const taken = await Promise.race([end, pause(BEHIND_MS)]);
    if (!taken) return { is: 'in-progress' };
    if (taken.is === 'repeat') return taken;
    if ((taken.is !== 'written' && taken.is !== 'spooled') || !item.repeat) return null;
    return { is: 'repeat', caseId: item.id, repeat: item.repeat, spooled: taken.is === 'spooled' };
  }

  async function take(item: Item): Promise<Taken> {
    const keyHash = item.repeat?.keyHash;
    if (keyHash === undefined) return enqueue(item);
    for (let first = underWay.get(keyHash); first; first = underWay.get(keyHash)) {
      const taken = await behind(first);
      if (taken) return taken;
    }
    const end = enqueue(item).finally(() => underWay.delete(keyHash));
    underWay.set(keyHash, { item, end });
    return end;
  }

  async function fileAll(): Promise<void> {
    called = 0;
    const db = tools.open(FILING_TIMEOUT_MS);
    try {
      while (spool.waiting() > 0) {
        const waiting = await spool.next();
        if (waiting.length === 0) break;
        const { written: done, stuck } = await fileGroup(db, waiting);
        spool.done(done);
        spool.setAside(stuck);
        if (stuck.length > 0) log('error', 'the database refuses submissions for good', { submissions: stuck.length });
        tools.wrote();
      }
    } catch (error) {
      log('warn', 'filing waits', { error: nameOf(error) });
      fileSoon();
    } finally {
      db.close();
    }
  }

  const isBehind = ({ repeat }: Item): boolean => repeat !== null && underWay.has(repeat.keyHash);

  return {
    take,
    takeAll: (items) => Promise.all(items.map(async (item) => (isBehind(item) ? null : take(item)))),
    async find({ receipt, codeHashes, count }) {
      const now = clock.now();
      if (count && tries.spent(count, now)) return { is: 'limited' };
      const item = await spool.byReceipt(receipt, codeHashes);
      if (item) return { is: 'found', id: item.id, shown: item.shown };
      if (count) tries.note(count, now);
      return { is: 'unknown' };
    },
    repeatOf: (keyHash) => spool.byKey(keyHash),
    backlog: () => Promise.resolve(spool.backlog()),
    file: () => alone(fileAll),
    busy: () => writing || queue.length > 0,
  };
}

function answerAll(callers: readonly Caller[], outcomes: readonly Taken[]): void {
  for (const [index, { answer }] of callers.entries()) answer(outcomes[index] ?? { is: 'gone' });
}

const pause = (ms: number): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), ms));
