import type { Value } from '../db/database.ts';
import { openUnderRing, sealUnderRing } from '../lib/sealing/envelope.ts';
import type { KeyRing } from '../lib/sealing/key-ring.ts';
import type { Backlog, Item, Repeat, Taken } from './item.ts';

/** An object's own durable storage: SQL that is answered at once. */
export interface Store {
  run(sql: string, ...args: Value[]): Record<string, unknown>[];
}

/** About 300 MB of an object's storage; what comes after is told that nothing can take it. */
const MOST = 50_000;
/** One batch of the database: so many, or so many characters. */
const GROUP = 100;
const GROUP_SIZE = 2_000_000;

const TABLE = `CREATE TABLE IF NOT EXISTS spool (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, receipt TEXT NOT NULL, code_hash TEXT NOT NULL,
  key_hash TEXT UNIQUE, proof TEXT UNIQUE, at INTEGER NOT NULL, stuck INTEGER NOT NULL DEFAULT 0, sealed TEXT NOT NULL)`;

export interface Waiting {
  seq: number;
  item: Item;
}

export interface Spool {
  /** How many wait to be written, without those that the database refuses for good. */
  waiting(): number;
  /** Keeps items in the order they came; acknowledged once this resolves. */
  put(items: readonly Item[]): Promise<Taken[]>;
  /** The oldest that wait, as many as make one batch. */
  next(): Promise<Waiting[]>;
  done(seqs: readonly number[]): void;
  /** The database refuses it for good, or its key is not in the ring: kept, counted, and no longer in the way. */
  setAside(seqs: readonly number[]): void;
  /** Lets what was set aside be tried again. */
  takeUp(): void;
  byReceipt(receipt: string, codeHashes: readonly string[]): Promise<Item | null>;
  byKey(keyHash: string): Promise<{ caseId: string; repeat: Repeat } | null>;
  backlog(): Backlog;
}

const context = (id: string): string => `spool|${id}`;

/** What waits for the database, sealed whole under the ring; only what it is found by stays open, as in the database. */
export function openSpool(store: Store, ring: KeyRing): Spool {
  store.run(TABLE);
  const countOf = (): number => Number(store.run('SELECT count(*) AS n FROM spool WHERE stuck = 0')[0]?.['n']);
  let count = countOf();
  let last: Promise<unknown> = Promise.resolve();

  const opened = async (row: Record<string, unknown>): Promise<Item | null> => {
    const plain = await openUnderRing(ring, 'seal', context(String(row['id'])), String(row['sealed']));
    return plain === null ? null : (JSON.parse(plain) as Item);
  };
  const byKey = async (keyHash: string): Promise<{ caseId: string; repeat: Repeat } | null> => {
    const [row] = store.run('SELECT id, sealed FROM spool WHERE key_hash = ?', keyHash);
    const item = row ? await opened(row) : null;
    return item?.repeat ? { caseId: item.id, repeat: item.repeat } : null;
  };
  const is = (column: 'key_hash' | 'proof' | 'id', value: string | null): boolean =>
    value !== null && store.run(`SELECT 1 FROM spool WHERE ${column} = ?`, value).length > 0;

  async function keep(item: Item): Promise<Taken> {
    const sealed = await sealUnderRing(ring, 'seal', context(item.id), JSON.stringify(item));
    const keyHash = item.repeat?.keyHash ?? null;
    if (is('id', item.id)) return { is: 'spooled' };
    if (keyHash !== null && is('key_hash', keyHash)) {
      const earlier = await byKey(keyHash);
      return earlier ? { is: 'repeat', ...earlier, spooled: true } : { is: 'gone' };
    }
    if (is('proof', item.proof)) return { is: 'constraint', message: 'challenges_used.signature' };
    if (count >= MOST) return { is: 'gone' };
    store.run(
      'INSERT INTO spool (id, receipt, code_hash, key_hash, proof, at, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)',
      item.id,
      item.receipt,
      item.codeHash,
      keyHash,
      item.proof,
      item.shown.submittedAt,
      sealed,
    );
    count += 1;
    return { is: 'spooled' };
  }

  return {
    waiting: () => count,
    put(items) {
      const kept = last.then(async () => {
        const outcomes: Taken[] = [];
        for (const item of items) outcomes.push(await keep(item).catch((): Taken => ({ is: 'gone' })));
        return outcomes;
      });
      last = kept;
      return kept;
    },
    async next() {
      const rows = store.run('SELECT seq, id, sealed FROM spool WHERE stuck = 0 ORDER BY seq LIMIT ?', GROUP);
      const found: Waiting[] = [];
      let size = 0;
      for (const row of rows) {
        size += String(row['sealed']).length;
        if (found.length > 0 && size > GROUP_SIZE) break;
        const item = await opened(row);
        if (item) found.push({ seq: Number(row['seq']), item });
        else this.setAside([Number(row['seq'])]);
      }
      return found;
    },
    done(seqs) {
      for (const seq of seqs) store.run('DELETE FROM spool WHERE seq = ?', seq);
      count = countOf();
    },
    setAside(seqs) {
      for (const seq of seqs) store.run('UPDATE spool SET stuck = 1 WHERE seq = ?', seq);
      count = countOf();
    },
    takeUp() {
      store.run('UPDATE spool SET stuck = 0 WHERE stuck = 1');
      count = countOf();
    },
    async byReceipt(receipt, codeHashes) {
      const rows = store.run('SELECT id, code_hash, sealed FROM spool WHERE receipt = ?', receipt);
      const row = rows.find((one) => codeHashes.includes(String(one['code_hash'])));
      return row ? opened(row) : null;
    },
    byKey,
    backlog() {
      const [row] = store.run('SELECT count(*) AS n, min(at) AS oldest, coalesce(sum(stuck), 0) AS stuck FROM spool');
      const oldest = row?.['oldest'];
      return {
        waiting: Number(row?.['n']),
        oldest: typeof oldest === 'number' ? oldest : null,
        stuck: Number(row?.['stuck']),
      };
    },
  };
}
