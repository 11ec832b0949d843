import { both } from '../stop.ts';

/** One line of the doctor: what was looked at, and, when it is wrong, what to do. */
export interface Finding {
  subject: string;
  ok: boolean;
  words: string;
}

export function fine(subject: string, words = ''): Finding {
  return { subject, ok: true, words };
}

export function wrong(subject: string, zh: string, en: string): Finding {
  return { subject, ok: false, words: both(zh, en) };
}
