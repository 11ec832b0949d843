import type { Words } from '../lib/words.ts';

/** Which people's congress a deputy belongs to. */
export type DeputyLevel = 'provincial' | 'municipal' | 'county' | 'township';

/** What of a deputy may be shown (代表法 2025 art. 58): name, post and telephone, no more. */
export interface Deputy {
  id: string;
  station: string;
  /** The same in every language. */
  name: string;
  level: DeputyLevel;
  post: Words;
  phone: string;
}

/**
 * Who keeps a station open: a deputy who is there every day beside the others in turn, the same with two public-service
 * helpers, or deputies in turn only, on the weekly reception day.
 */
export type DutyModel = 'fixed' | 'fixed-with-helpers' | 'rotating';

/** 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** One people's congress deputies' liaison station (人大代表联络站). */
export interface Station {
  id: string;
  site: string;
  /** GB/T 2260 code of the township, nine digits. */
  code: string;
  name: Words;
  address: Words;
  phone: string;
  hours: Words;
  /** Where it is housed and what it is known for. */
  placement: Words;
  /** This month's theme. */
  theme: Words;
  duty: DutyModel;
  receptionDays: readonly Weekday[];
  /** Contact points (联络点) that belong to it. */
  points: number;
  /** The fixed or first of the rota, then the second of the rota. */
  deputies: readonly [Deputy, Deputy];
}
