import { setTimeout as wait } from 'node:timers/promises';
import { verifyAll } from '../../scripts/verify/walk.ts';
import { openKeyRing } from '../../src/lib/sealing/key-ring.ts';
import { asking, type County } from './county.ts';
import type { Tally } from './tally.ts';

const COUNTS = `SELECT (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM idempotency) AS keys,
  (SELECT count(*) FROM cases c WHERE (SELECT count(*) FROM outbox o WHERE o.case_id = c.id) <> 1) AS untold,
  (SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'delivered')) AS unsent,
  (SELECT count(*) FROM outbox) AS messages, (SELECT count(*) FROM mailbox) AS taken`;
type Counts = Record<'cases' | 'keys' | 'untold' | 'unsent' | 'messages' | 'taken', number>;

/** What a Worker that was killed had leased is free again after a minute; by a clock that was wrong, after ten more. */
const LEASES_OVER_MS = 15 * 60_000;

async function twoTicks({ pass, served }: County): Promise<void> {
  for (let n = 0; n < 2; n += 1) {
    await pass(LEASES_OVER_MS);
    await served().tick();
  }
}

/** Waits until all of them are there and two cron ticks have passed, then says what does not fit together. */
export async function faultsAfter(county: County, { acknowledged, faults }: Tally): Promise<string[]> {
  const { client, db } = county;
  const receipts = JSON.stringify([...acknowledged.values()]);
  const sql = 'SELECT count(*) AS n FROM cases WHERE receipt IN (SELECT value FROM json_each(?))';
  let stored = 0;
  for (let tries = 0; tries < 120 && stored < acknowledged.size; tries += 1) {
    await wait(500);
    stored = await client.execute({ sql, args: [receipts] }).then(
      ({ rows }) => Number(rows[0]?.['n']),
      () => stored,
    );
  }
  const ticked = await twoTicks(county).then(
    () => [],
    (error: unknown) => [`a cron tick failed: ${String(error).slice(0, 400)}`],
  );
  const { rows } = await asking(() => client.execute(COUNTS));
  const [counts = { cases: 0, keys: 0, untold: 0, unsent: 0, messages: 0, taken: 0 }] = rows as unknown as Counts[];
  const { cases, keys, untold, unsent, messages, taken } = counts;
  const walk = await asking(() => verifyAll({ db, ring: openKeyRing(county.keys) }));
  const broken = walk.broken.length + walk.brokenStreams.length + walk.unkept.length;
  return [
    ...faults,
    ...(stored === acknowledged.size ? [] : [`${acknowledged.size - stored} lost`]),
    ...(new Set(acknowledged.values()).size === acknowledged.size ? [] : ['a receipt given twice']),
    ...(cases === keys ? [] : [`${cases} cases for ${keys} keys`]),
    ...(untold === 0 ? [] : [`${untold} cases without their one message`]),
    ...ticked,
    ...(unsent === 0 ? [] : [`${unsent} messages not sent after two ticks`]),
    ...(taken === messages ? [] : [`${taken} taken of ${messages} messages`]),
    ...(broken === 0 ? [] : [`${broken} broken chains`]),
    ...(walk.seals.fault === null ? [] : ['a broken seal']),
  ];
}
