/** How a simulator is told to fail. What it has taken stands in its record, whatever it then answered. */
export type Fault =
  /** Not taken: the supplier's own words for the code, or a bare status of something before it. */
  | { is: 'refuse'; code: string }
  | { is: 'status'; status: number; retryAfter?: number; body?: string }
  | { is: 'redirect' }
  /** Never answers, or hangs up: before the message was taken, or after. */
  | { is: 'hang' | 'hang-up' | 'take-and-hang' | 'take-and-hang-up' }
  /** Taken, but the answer is none: not what was agreed on, or without end. */
  | { is: 'take-and-babble' | 'take-and-flood' }
  | { is: 'take-slowly'; ms: number };

/** What a supplier took, as its own record shows it. */
export interface Taken {
  /** Our outbox id, as it was named to the supplier. */
  id: string;
  to: string;
  /** Template and parameters, or subject and text. */
  words: Readonly<Record<string, unknown>>;
  supplierId: string;
  /** When it was taken, in milliseconds. */
  at: number;
}

/** A supplier that stands on this machine, checks as the real one would and keeps its own record. */
export interface Simulator {
  /** Vars and secrets that lead the supplier's file here. */
  env: Record<string, string>;
  /** Every message taken, in order; a repeat that the supplier knows as one is not in it twice. */
  taken: readonly Taken[];
  /** Requests turned away because signature, key or password was wrong. */
  forged(): number;
  /** The next requests fail in this way: one, or all until `well`. */
  fail(fault: Fault, times?: number): void;
  well(): void;
  stop(): Promise<void>;
}

/** The record and the faults, the same for every simulator. */
export class Book {
  readonly taken: Taken[] = [];
  forged = 0;
  readonly #byId = new Map<string, Taken>();
  #faults: Fault[] = [];
  #always: Fault | null = null;

  fail(fault: Fault, times = Infinity): void {
    if (times === Infinity) this.#always = fault;
    else this.#faults.push(...Array.from({ length: times }, () => fault));
  }

  well(): void {
    this.#faults = [];
    this.#always = null;
  }

  next(): Fault | null {
    return this.#faults.shift() ?? this.#always;
  }

  /** Enters a message; `once` where a repeated id is the same message to the supplier. */
  take(message: Omit<Taken, 'supplierId' | 'at'>, once: boolean): Taken {
    const known = once ? this.#byId.get(message.id) : undefined;
    if (known) return known;
    const entry = { ...message, supplierId: `s-${this.taken.length + 1}`, at: Date.now() };
    this.taken.push(entry);
    this.#byId.set(entry.id, entry);
    return entry;
  }
}
