import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { petitionBody } from '../harness/bodies.ts';
import { clientOf } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';

/** In a local run this number asks each time to be tried again later (src/notify/magic.ts). */
const LATER = '15400000902';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

test('a message that is to go again in five seconds goes by the alarm of the site’s object, without the timer', async () => {
  const contact = { name: '李某芳(示例)', phone: LATER };
  expect((await clientOf(stack).post('petitions', petitionBody({}, { contact }))).status).toBe(201);
  const row = async () =>
    (await stack.db.execute('SELECT state, attempts, next_at - created_at AS after FROM outbox')).rows;
  await vi.waitFor(async () => expect(await row()).toMatchObject([{ state: 'queued', attempts: 2 }]), {
    timeout: 20_000,
    interval: 200,
  });
  // The next pause is five minutes: that is the timer's.
  const [waiting] = await row();
  expect(Number(waiting?.['after'])).toBeGreaterThan(4 * 60_000);
});
