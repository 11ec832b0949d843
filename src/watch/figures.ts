import { sql } from 'drizzle-orm';
import type { Backlog } from '../intake/item.ts';
import type { Figure, Reading, WatchTools } from './figure.ts';
import {
  capUsed,
  fullestPartner,
  heartbeat,
  items,
  leftToRotate,
  messagesIn,
  oldestMessage,
  overdue,
  pausedCodes,
  since,
  stoppedChannels,
  waitingMessages,
} from './queries.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const OVERDUE_UP_TO = 100;
const CASES_UP_TO = 10_000;

/** A figure of each intake object; one that does not answer is said so, the others are shown. */
async function ofIntake({ sites, backlog }: WatchTools, figure: (of: Backlog) => number | null): Promise<Reading[]> {
  if (!backlog) return [{ value: null, note: 'direct' }];
  return Promise.all(
    sites.map(({ id }) =>
      backlog(id).then(
        (of): Reading => ({ site: id, value: figure(of) }),
        (): Reading => ({ site: id, value: null, note: 'unreadable' }),
      ),
    ),
  );
}

const inStore = async ({ store }: WatchTools, readings: () => Promise<Reading[]>): Promise<Reading[]> =>
  store ? readings() : [{ value: null, note: 'no-store' }];

/** What the health page shows and alarms are raised by, in the order of the page. Limits are ours: no rule names any. */
export const figures: readonly Figure[] = [
  {
    id: 'cron',
    unit: 'since',
    limits: { watch: 3 * MINUTE, act: 10 * MINUTE },
    read: (tools, now) => since(tools, now, heartbeat('cron')),
  },
  {
    id: 'message-oldest',
    unit: 'for',
    // The third try is half an hour after the first, the fifth five hours (src/notify/outbox/retry.ts).
    limits: { watch: 40 * MINUTE, act: 3 * HOUR },
    read: (tools, now) => since(tools, now, oldestMessage),
  },
  {
    id: 'messages-waiting',
    unit: 'items',
    limits: { watch: 200, act: 2000 },
    read: (tools) => items(tools, waitingMessages),
  },
  {
    id: 'messages-stopped',
    unit: 'items',
    limits: { watch: 1 },
    read: stoppedChannels,
  },
  // security.md §5.9: residents are turned away until somebody has looked, so it is told each hour.
  { id: 'codes-paused', unit: 'items', limits: { watch: 1, act: 1 }, read: pausedCodes },
  {
    id: 'messages-failed',
    unit: 'items',
    limits: { watch: 5, act: 50 },
    read: (tools, now) => items(tools, messagesIn(now, ['failed'])),
  },
  {
    id: 'messages-unknown',
    unit: 'items',
    limits: { watch: 1, act: 20 },
    read: (tools, now) => items(tools, messagesIn(now, ['unknown'])),
  },
  {
    id: 'messages-sent',
    unit: 'items',
    limits: null,
    read: (tools, now) => items(tools, messagesIn(now, ['sent', 'delivered'])),
  },
  {
    id: 'intake-oldest',
    unit: 'for',
    limits: { watch: MINUTE, act: 10 * MINUTE },
    read: (tools, now) => ofIntake(tools, ({ oldest }) => (oldest === null ? null : Math.max(0, now - oldest))),
  },
  {
    id: 'intake-waiting',
    unit: 'items',
    limits: { watch: 100, act: 10_000 },
    read: (tools) => ofIntake(tools, ({ waiting }) => waiting),
  },
  {
    id: 'intake-stuck',
    unit: 'items',
    limits: { watch: 1, act: 1 },
    read: (tools) => ofIntake(tools, (of) => of.stuck),
  },
  {
    id: 'overdue',
    unit: 'items',
    // A county's own matter: shown, and told to its supervisor case by case (src/jobs/remind.ts).
    limits: { watch: 1 },
    upTo: OVERDUE_UP_TO,
    read: (tools, now) => overdue(tools, now, OVERDUE_UP_TO),
  },
  {
    id: 'cap-messages',
    unit: 'percent',
    limits: { watch: 50, act: 100 },
    // security.md §5.9.
    steps: [50, 80, 100],
    read: (tools, now) => capUsed(tools, now, 'message', ({ settings }) => settings.messages.perSitePerDay),
  },
  {
    id: 'cap-unproven',
    unit: 'percent',
    limits: { watch: 80, act: 100 },
    read: (tools, now) => capUsed(tools, now, 'unproven', ({ settings }) => settings.unprovenPerSitePerDay),
  },
  { id: 'cap-partner', unit: 'percent', limits: { watch: 80, act: 100 }, read: fullestPartner },
  {
    id: 'backup',
    unit: 'since',
    limits: { watch: 26 * HOUR, act: 50 * HOUR },
    read: (tools, now) => since(tools, now, heartbeat('backup')),
  },
  {
    id: 'seal',
    unit: 'since',
    limits: { watch: 90 * MINUTE, act: 3 * HOUR },
    read: (tools, now) => since(tools, now, sql`SELECT max(at) AS value FROM seals`),
  },
  {
    id: 'seal-copy',
    unit: 'since',
    limits: { watch: 90 * MINUTE, act: 3 * HOUR },
    read: (tools, now) =>
      inStore(tools, () => since(tools, now, sql`SELECT at AS value FROM seal_copies ORDER BY seq DESC LIMIT 1`)),
  },
  {
    id: 'erasure-copy',
    unit: 'for',
    limits: { watch: 15 * MINUTE, act: 24 * HOUR },
    read: (tools, now) =>
      inStore(tools, () => since(tools, now, sql`SELECT min(at) AS value FROM erasures WHERE copied_at IS NULL`)),
  },
  {
    id: 'retention',
    unit: 'since',
    limits: { watch: 26 * HOUR, act: 50 * HOUR },
    read: (tools, now) => since(tools, now, heartbeat('retention')),
  },
  {
    id: 'rotation',
    unit: 'items',
    limits: { watch: 1000 },
    upTo: CASES_UP_TO,
    read: (tools, now) => items(tools, leftToRotate(tools, now, CASES_UP_TO)),
  },
  {
    id: 'words',
    unit: 'items',
    limits: { watch: 1000, act: CASES_UP_TO },
    upTo: CASES_UP_TO,
    read: (tools) => items(tools, sql`SELECT count(*) AS value FROM (SELECT 1 FROM unindexed LIMIT ${CASES_UP_TO})`),
  },
];
