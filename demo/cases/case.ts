import type { DemoFiling } from './filings.ts';
import type { DemoStep } from './road.ts';

/** What a form takes, as JSON (the public contract's bodies). */
type Json = Record<string, unknown>;

/** One submission of the demo data, and what came of it. What is late is not data: that follows by itself. */
export interface DemoCase {
  /** Its name in the list of examples; the idempotency key, so that the same data gives the same number. */
  ref: string;
  site: string;
  kind: string;
  /** Days before T, the day of the first start; `due-today`: as many as let the first limit end on T. */
  daysAgo: number | 'due-today';
  /** Local time, `HH:MM`. */
  time: string;
  body: Json;
  /** Filed by staff for its person; absent: sent by themselves. */
  filed?: DemoFiling;
  /** What officers did with it, in order. */
  road?: readonly DemoStep[];
  /** What the sender did with it afterwards: the id of an action of the kind's workflow. */
  afterwards?: string;
}

/** Somebody who writes: an invented name, and numbers that nobody has. */
export interface Person {
  name: string;
  phone?: string;
  email?: string;
}

/** 王某兰(示例): never a full name, so that it is nobody's. */
export const called = (surname: string, given: string): string => `${surname}某${given}(示例)`;

/** The `n`th (0–99) mobile of block 154, of which no public number is known. */
export const mobile = (n: number): string => `154000000${String(n).padStart(2, '0')}`;

export const person = (surname: string, given: string, n: number): Person => ({
  name: called(surname, given),
  phone: mobile(n),
});
