/** How the messages of one fault end: by the outbox, and by the suppliers' own records. */
export interface FaultEnds {
  messages: number;
  /** Taken by a supplier, each counted once; and those taken more than once. */
  accepted: number;
  doubled: number;
  /** By the outbox: gone out, failed in the open, unclear and being asked about, to be tried again. */
  sent: number;
  failed: number;
  unclear: number;
  queued: number;
  /** Said to have gone out, or to have failed, against the supplier's record. */
  wrong: number;
}

const ends = (messages: number, more: Partial<FaultEnds> = {}): FaultEnds => ({
  messages,
  accepted: messages,
  doubled: 0,
  sent: messages,
  failed: 0,
  unclear: 0,
  queued: 0,
  wrong: 0,
  ...more,
});

/** Every fault of security.md §3.1 that a message can meet, with what is left of it; test/worker/message-faults.test.ts holds each. */
export const messageFaults = {
  'F1 sqld killed as a run leases': ends(12),
  'F1 sqld killed as outcomes are written': ends(12),
  'F3 the database writes, and its answer is lost': ends(12),
  'F4 disk full as outcomes are written': ends(60),
  'F6 workerd killed between lease and announcement': ends(12),
  'F6 workerd killed between announcement and request': ends(12),
  'F6 workerd killed after acceptance, supplier knows no repeat': ends(12),
  'F6 workerd killed after acceptance, supplier knows a repeat': ends(12),
  'F7 no wake-up at all, two cron ticks': ends(240),
  'F8 every wake-up one to five times, at once': ends(90),
  'F10 time-out after acceptance': ends(4),
  'F10 connection lost after acceptance': ends(4),
  'F10 answers that say nothing: 500, 502, HTML, without end': ends(12),
  'F10 429 and 503 with Retry-After': ends(12),
  'F10 down until every try is used up': ends(4, { accepted: 0, sent: 0, failed: 4 }),
  'F10 down for a day, then well': ends(4),
  'F10 one supplier down: the second takes over': ends(40),
  'F10 callbacks doubled, out of order, too early, forged': ends(12),
  'F12 our clock ten minutes fast, then right': ends(9),
  'F12 our clock ten minutes slow, then right': ends(9),
  'F12 two runs whose clocks are ten minutes apart': ends(8),
} as const satisfies Record<string, FaultEnds>;

export type MessageFault = keyof typeof messageFaults;

/** The list as a table for people, in Markdown. */
export function faultTable(): string {
  const rows = Object.entries<FaultEnds>(messageFaults).map(
    ([name, { messages, accepted, doubled, sent, failed }]) =>
      `| ${name} | ${messages} | ${accepted} | ${doubled} | ${sent} | ${failed} |`,
  );
  return [
    '| fault | messages | accepted by a supplier | twice | sent, by the outbox | failed, told to a desk |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}
