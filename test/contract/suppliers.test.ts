import { afterEach, describe, expect, test } from 'vitest';
import { perhaps } from '../../src/notify/exchange.ts';
import type { Message } from '../../src/notify/message.ts';
import { supplierKinds } from '../../src/notify/providers/index.ts';
import type { Fault, Simulator } from '../simulators/simulator.ts';
import { open, simulated } from '../simulators/suppliers.ts';

const messages: Record<Message['channel'], Omit<Message, 'id'>> = {
  sms: {
    site: 'wanrong',
    channel: 'sms',
    to: '15400000001',
    text: '【万荣演示】您提交的事项已收到,编号WR-22222-22222,查询码123456。',
    template: 'received',
    params: { number: 'WR-22222-22222', code: '123456', phone: '0359-0000101' },
    lang: 'zh',
    receipt: 'WR-22222-22222',
  },
  email: {
    site: 'wanrong',
    channel: 'email',
    to: 'li@mail.example.cn',
    subject: '您提交的事项已收到,编号WR-22222-22222',
    text: '您好。\n\n您提交的事项已收到。\n.\n..\n\n编号: WR-22222-22222',
    html: '<p>您好。</p>',
    template: 'received',
    params: { number: 'WR-22222-22222', code: '123456', phone: '0359-0000101' },
    lang: 'zh',
    receipt: 'WR-22222-22222',
  },
};

const running = new Set<Simulator>();
afterEach(async () => {
  await Promise.all([...running].map((one) => one.stop()));
  running.clear();
});

/** Long enough for an answer on a busy machine, a mail server's with its encryption; short enough to wait for one that never comes. */
const patience = (overHttp: boolean) => ({ patienceMs: overHttp ? 400 : 2000 });

test('each supplier that leaves this machine has its simulator and stands in this suite', () => {
  const real = supplierKinds.filter((kind) => kind.real);
  expect(simulated.map(({ id }) => id).toSorted()).toEqual(real.map(({ id }) => id).toSorted());
  for (const { id, settings } of real) expect(settings.length, id).toBeGreaterThan(0);
});

describe.each(simulated)('$id', ({ id, channel, start, startForeign, codes, overHttp, knowsNotTaken }) => {
  const message: Message = { id: 'm-1', ...messages[channel] };
  const started = async (which = start): Promise<Simulator> => {
    const one = await which();
    running.add(one);
    return one;
  };
  const sendUnder = async (fault: Fault | null) => {
    const simulator = await started();
    if (fault) simulator.fail(fault, 1);
    const supplier = open(id, simulator, patience(overHttp));
    return { simulator, supplier, outcome: await supplier.send(message) };
  };

  test('takes a message: once, whole, under our id, with nothing of the case beside it', async () => {
    const { simulator, outcome } = await sendUnder(null);
    const [taken, ...more] = simulator.taken;
    expect(more).toEqual([]);
    expect(taken?.to.replace('+86', '')).toBe(message.to);
    if (id !== 'cloudflare-email') expect(taken?.id).toBe('m-1');
    expect(outcome).toEqual({ is: 'sent', supplierId: id === 'smtp' ? 'm-1' : taken?.supplierId });
    const words = JSON.stringify(taken?.words);
    for (const part of channel === 'sms' ? ['123456'] : ['您提交的事项已收到', '\\n.\\n..\\n']) {
      expect(words).toContain(part);
    }
  });

  test.each(codes)('“%s” means %s, and nothing was taken', async (code, means) => {
    const { simulator, outcome } = await sendUnder({ is: 'refuse', code });
    expect(outcome).toMatchObject(means === 'limit' ? { is: 'retry', limit: true } : { is: means });
    if (means !== 'limit') expect(outcome).not.toHaveProperty('limit');
    expect(outcome).toHaveProperty('code');
    expect(simulator.taken).toEqual([]);
  });

  test('a code nobody knows ends no message for good and costs no second one', async () => {
    const code = { relay: 'configuration new.code', smtp: 'login 599' }[id] ?? 'E_SOMETHING.New';
    const { outcome } = await sendUnder({ is: 'refuse', code });
    expect(['configuration', 'unknown']).toContain(outcome.is);
  });

  test.each(['hang', 'hang-up'] as const)('%s before it was taken', async (is) => {
    const { simulator, supplier, outcome } = await sendUnder({ is });
    expect(outcome.is).toBe(supplier.idempotent || knowsNotTaken ? 'retry' : 'unknown');
    expect(simulator.taken).toEqual([]);
  });

  test.each(['take-and-hang', 'take-and-hang-up'] as const)('%s: never a blind second message', async (is) => {
    const { simulator, supplier, outcome } = await sendUnder({ is });
    expect(outcome).toMatchObject(supplier.idempotent ? { is: 'retry', perhaps: true } : { is: 'unknown' });
    expect(simulator.taken).toHaveLength(1);
    if (!supplier.idempotent) return;
    expect(await supplier.send(message)).toEqual({ is: 'sent', supplierId: simulator.taken[0]?.supplierId });
    expect(simulator.taken).toHaveLength(1);
  });

  test.each(id === 'cloudflare-email' ? [] : (['take-and-babble', 'take-and-flood'] as const))(
    '%s: an answer that cannot be read is no answer',
    async (is) => {
      const { simulator, supplier, outcome } = await sendUnder({ is });
      expect(outcome.is).toBe(supplier.idempotent ? 'retry' : 'unknown');
      expect(simulator.taken).toHaveLength(1);
    },
  );

  test('one that is slow, but within our patience, has taken it', async () => {
    const { simulator, outcome } = await sendUnder({ is: 'take-slowly', ms: 50 });
    expect(outcome.is).toBe('sent');
    expect(simulator.taken).toHaveLength(1);
  });

  // One that runs inside the platform has no key of ours to be wrong.
  test.each(startForeign ? [startForeign] : [])(
    'whoever finds our signature wrong is told nothing more, and it is our own fault',
    async (foreign) => {
      const simulator = await started(foreign);
      const outcome = await open(id, simulator, patience(overHttp)).send(message);
      expect(outcome.is).toBe('configuration');
      expect([simulator.taken, simulator.forged()]).toEqual([[], 1]);
    },
  );

  // What follows is only for those that speak HTTP.
  if (!overHttp) return;

  test('a redirect is not followed: number and key go nowhere else', async () => {
    const { simulator, outcome } = await sendUnder({ is: 'redirect' });
    expect(outcome).toEqual({ is: 'configuration', code: 'http.redirect' });
    expect(simulator.taken).toEqual([]);
  });

  test('a bare status: throttled and closed say when to come back, broken leaves it open', async () => {
    const throttled = await sendUnder({ is: 'status', status: 429, retryAfter: 9 });
    expect(throttled.outcome).toEqual({ is: 'retry', code: 'http.429', limit: true, afterMs: 9000 });
    const closed = await sendUnder({ is: 'status', status: 503, retryAfter: 120 });
    expect(closed.outcome).toEqual({ is: 'retry', code: 'http.503', afterMs: 120_000 });
    const broken = await sendUnder({ is: 'status', status: 502 });
    expect(broken.outcome).toEqual(perhaps(broken.supplier.idempotent, 'http.502'));
    const wrong = await sendUnder({ is: 'status', status: 404 });
    expect(wrong.outcome).toEqual({ is: 'configuration', code: 'http.404' });
  });
});

test('asked what became of a message, Aliyun and Tencent find it by our id, Resend by its own', async () => {
  for (const { id, channel, start } of simulated.filter((one) => /aliyun|tencent|resend/.test(one.id))) {
    const simulator = await start();
    running.add(simulator);
    const supplier = open(id, simulator);
    const message: Message = { id: 'm-1', ...messages[channel] };
    const sentAt = Date.now();
    const sent = await supplier.send(message);
    const supplierId = sent.is === 'sent' ? sent.supplierId : undefined;
    const known = id === 'aliyun-sms' ? undefined : supplierId;
    const asked = { message, sentAt, supplierId: known };
    expect(await supplier.query?.(asked), id).toEqual({ is: 'delivered', supplierId: known });
    const other = await supplier.query?.({ message: { ...message, id: 'm-2' }, sentAt, supplierId: 's-2' });
    // Tencent lists only what a carrier has reported on: there a missing message proves nothing.
    expect(other?.is, id).toBe(id === 'aliyun-sms' ? 'absent' : 'silent');
  }
});
