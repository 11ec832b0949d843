import { setTimeout as wait } from 'node:timers/promises';
import { petitionBody } from '../../test/harness/bodies.ts';
import { openConnection, type Request } from '../load.ts';
import { none, noted, TwoReceipts, type Tally } from './tally.ts';

const SENDERS = 8;
const PAUSE_MS = 30;

/** Above the numbers that force an outcome. */
let residents = 1000;

/** A petition of somebody who sent none before: to one number only one SMS a minute may leave. */
export function requestOf(key: string): Request {
  residents += 1;
  const contact = { name: '李某芳(示例)', phone: `154${String(residents).padStart(8, '0')}` };
  return {
    path: '/api/v1/wanrong/petitions',
    headers: { 'content-type': 'application/json', authorization: 'Bearer mk_local', 'idempotency-key': key },
    body: JSON.stringify(petitionBody({ title: `第 ${key} 盏路灯不亮` }, { contact })),
  };
}

/**
 * Residents who send, and send again with the same key until they are answered, as long as `trouble` lasts. Where there
 * are several Workers each begins at one of them, and turns to the next when an answer is lost.
 */
export async function underLoad(
  urls: () => readonly string[],
  name: string,
  trouble: () => Promise<unknown>,
): Promise<Tally> {
  const tally = none();
  const over = new AbortController();
  const sender = async (who: number): Promise<void> => {
    let turn = who;
    const connect = () => openConnection(urls()[turn % urls().length] ?? '');
    let connection = connect();
    for (let n = 0; !over.signal.aborted; n += 1) {
      const key = `${name}-${who}-${n}`;
      const request = requestOf(key);
      for (let acknowledged = false; !acknowledged;) {
        const from = performance.now();
        try {
          acknowledged = noted(tally, key, await connection.send(request), performance.now() - from);
        } catch (error) {
          if (error instanceof TwoReceipts) throw error;
          tally.lost += 1;
          turn += 1;
          connection = connect();
        }
        await wait(acknowledged ? PAUSE_MS : 200);
      }
    }
    connection.close();
  };
  const senders = Promise.all(Array.from({ length: SENDERS }, (_, who) => sender(who)));
  await Promise.race([trouble(), senders]);
  over.abort();
  await senders;
  return tally;
}

/** Everybody at once, with one and the same key. */
export async function allAtOnce(url: string, count: number, key: string): Promise<Tally> {
  const tally = none();
  const request = requestOf(key);
  await Promise.all(
    Array.from({ length: count }, async () => {
      const from = performance.now();
      noted(tally, key, await openConnection(url).send(request), performance.now() - from);
    }),
  );
  return tally;
}
