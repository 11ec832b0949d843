import type { Plain } from '../db/database.ts';

/** What a repeat under the same `Idempotency-Key` is compared with and answered from. */
export interface Repeat {
  keyHash: string;
  bodyHash: string;
  /** The first answer, sealed under the case's key. */
  answer: string;
  /** The case's key under the ring. */
  wrapped: string;
}

/** What a look-up shows of a submission before it is in the database: open columns only. */
export interface Shown {
  kind: string;
  lang: 'zh' | 'en';
  submittedAt: number;
  due: string | null;
  dueExplanation: string | null;
}

/** One submission ready to be written, as plain data: everything it writes is decided before the database is asked. */
export interface Item {
  /** Of the case. Filed again, it is the same. */
  id: string;
  site: string;
  receipt: string;
  codeHash: string;
  /** Of the proof of work it brought; one counts once. */
  proof: string | null;
  repeat: Repeat | null;
  /** What refuses the whole batch: a used proof, a counter above its cap. Left out once it was acknowledged. */
  guards: Plain[];
  /** The row that answers repeats. */
  answers: Plain[];
  /** The case, its chain and its messages. */
  rows: Plain[];
  shown: Shown;
}

/** How an item fared. Only `written` and `spooled` are acknowledged: both are durable. */
export type Taken =
  | { is: 'written' }
  /** Sealed in the object's own storage; it will be written exactly once. */
  | { is: 'spooled' }
  /** The same key came before and its item still waits, or was written while this one waited. */
  | { is: 'repeat'; caseId: string; repeat: Repeat; spooled: boolean }
  /** The same key came before and nobody knows yet how that ends. */
  | { is: 'in-progress' }
  /** A guard of the batch held: the database's own message. */
  | { is: 'constraint'; message: string }
  /** Neither the database nor the object can take it. */
  | { is: 'gone' }
  /** The statements themselves are wrong: a fault of the program. */
  | { is: 'faulty' };

/** Who asks for a submission that may still wait. */
export interface Asked {
  receipt: string;
  /** The code's hash under each key of the ring. */
  codeHashes: readonly string[];
  /** Wrong tries are counted here while the database cannot count; null: it did. */
  count: Tries | null;
}

export interface Tries {
  /** A hash of the number as typed, and a keyed one of the client's address. */
  number: string;
  address: string;
  /** How far back tries count, in ms, and from how many on whatever is asked is refused. */
  windowMs: number;
  perAddress: number;
  inAll: number;
}

export type Found = { is: 'found'; id: string; shown: Shown } | { is: 'unknown' } | { is: 'limited' };

/** What waits in an object: how many, since when, and how many of them the database refuses for good. */
export interface Backlog {
  waiting: number;
  /** Milliseconds since 1970, of the oldest. */
  oldest: number | null;
  stuck: number;
}

/** What an object answers, for one site. */
export interface Desk {
  take(item: Item): Promise<Taken>;
  /** Several at once, each as by itself. Null: it waits behind another under its key, and is to be asked for alone. */
  takeAll(items: readonly Item[]): Promise<(Taken | null)[]>;
  find(asked: Asked): Promise<Found>;
  /** What waits under an `Idempotency-Key`. */
  repeatOf(keyHash: string): Promise<{ caseId: string; repeat: Repeat } | null>;
  backlog(): Promise<Backlog>;
  /** Writes what waits, if the database is there; else tries again by itself later. */
  file(): Promise<void>;
}

/** A submission on its way: its item is made when its turn comes. Asked again, it is the same. */
export interface Order {
  site: string;
  make(): Promise<Item>;
}

/** How a submission reaches the database: at once, or gathered with others by an object of its site. */
export interface Intake {
  /** Whether what was written wakes the outbox without the caller. */
  wakes: boolean;
  /** Throws what making the item throws. */
  take(order: Order): Promise<Taken>;
  find(site: string, asked: Asked): Promise<Found>;
  repeatOf(site: string, keyHash: string): Promise<{ caseId: string; repeat: Repeat } | null>;
  /** Null where nothing ever waits. */
  backlog: ((site: string) => Promise<Backlog>) | null;
  file(site: string): Promise<void>;
}
