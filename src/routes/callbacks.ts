import { Hono } from 'hono';
import type { AppEnv } from '../context.ts';
import { refuse } from '../errors.ts';
import { isCallbackSecret } from '../notify/callback-path.ts';
import { takeReceipts } from '../notify/outbox/receive.ts';
import { readAtMost } from './read-at-most.ts';
import { answerRefusal } from './refusal.tsx';

const MOST_BYTES = 256 * 1024;

/**
 * Where suppliers report what became of a message. Whoever does not know the path, cannot sign, or reports on what is no
 * message of ours gets the same answer as for any path that is not there, and leaves no trace.
 */
export const callbacks = new Hono<AppEnv>().post('/:supplier/:secret', async (c) => {
  const { dispatching } = c.get('deps');
  const supplier = dispatching.suppliers.find(({ id }) => id === c.req.param('supplier'));
  const known =
    supplier !== undefined && (await isCallbackSecret(dispatching.ring, supplier.id, c.req.param('secret')));
  if (!known || !supplier.receipts) return answerRefusal(c, refuse('route.unknown'));
  const { read, answer } = supplier.receipts;
  const bytes = await readAtMost(c.req.raw, MOST_BYTES);
  if (bytes === null) return answerRefusal(c, refuse('body.too-large'));
  const called = await read({ headers: c.req.raw.headers, body: new TextDecoder().decode(bytes) });
  if (!called.ok && called.error === 'call.malformed') return answerRefusal(c, refuse('body.malformed'));
  if (!called.ok || !(await takeReceipts(dispatching, supplier, called.value))) {
    return answerRefusal(c, refuse('route.unknown'));
  }
  return c.body(answer.body, 200, { 'content-type': answer.type });
});
