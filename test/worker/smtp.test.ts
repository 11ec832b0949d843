import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client/web';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrate } from '../../scripts/migrate.ts';
import { startSqld, type Database as Server } from '../../scripts/sqld.ts';
import { openDatabase, type Database } from '../../src/db/database.ts';
import { serve } from '../harness/served.ts';
import { TEST_KEYS } from '../harness/stack.ts';
import { queue } from '../notify/waiting.ts';
import { startSmtp, type SmtpSimulator } from '../simulators/smtp.ts';

const dir = mkdtempSync(join(tmpdir(), 'minyi-'));
let sqld: Server;
let client: Client;
let db: Database;
beforeAll(async () => {
  sqld = await startSqld({ dir: join(dir, 'db') });
  client = createClient({ url: sqld.url });
  db = openDatabase({ url: sqld.url, timeoutMs: 8000 });
  await migrate(client);
}, 60_000);
afterAll(async () => {
  client.close();
  db.close();
  await sqld.stop();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(async () => void (await client.batch(['DELETE FROM outbox', 'DELETE FROM attempts'])));

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

interface Way {
  tls: 'at-once' | 'later';
  startTls?: boolean;
  /** Whom the Worker trusts; the server itself where absent. */
  trust?: string;
}

/** The built Worker in workerd, which reaches a mail server by the platform's own sockets. */
async function mailing({ tls, startTls, trust }: Way) {
  const server = await startSmtp({ tls, startTls });
  stops.push(() => server.stop());
  const served = await serve({
    dir: join(dir, `workerd-${server.port}`),
    trust: trust ?? server.cert,
    values: {
      ENVIRONMENT: 'production',
      PUBLIC_URL: 'https://smtp.example',
      LIBSQL_URL: sqld.url,
      MINYI_KEYS: TEST_KEYS,
      MESSAGE_ROUTES: '{"*":{"email":["smtp"]}}',
      ...server.env,
      SMTP_HOST: 'localhost',
      SMTP_TLS: tls,
    },
  });
  stops.push(() => served.child.stop());
  return { server, tick: served.tick };
}

/** One e-mail, sent by a tick; what the outbox says of it. */
async function sendOne(tick: () => Promise<void>): Promise<unknown> {
  await client.execute('DELETE FROM outbox');
  await queue(db, { channel: 'email', to: 'li@mail.example.cn', now: Date.now() - 1 });
  await tick();
  const { rows } = await client.execute('SELECT state, supplier_code AS code FROM outbox');
  return { ...rows[0] };
}

const secretsIn = ({ inTheClear }: SmtpSimulator) => inTheClear.filter((line) => !/^(EHLO|STARTTLS|QUIT)/.test(line));

test.each(['at-once', 'later'] as const)(
  'workerd sends an e-mail, encrypted %s',
  async (tls) => {
    const { server, tick } = await mailing({ tls });
    expect(await sendOne(tick)).toEqual({ state: 'sent', code: null });
    expect(server.taken).toMatchObject([{ to: 'li@mail.example.cn', words: { text: '【演示】您提交的事项已收到。' } }]);
    expect([secretsIn(server), server.forged()]).toEqual([[], 0]);
  },
  60_000,
);

test('in workerd, what the server says at each step and where it hangs up mean what the table of the supplier says', async () => {
  const { server, tick } = await mailing({ tls: 'later' });
  const under = async (refusal: string) => {
    server.fail({ is: 'refuse', code: refusal }, 1);
    return sendOne(tick);
  };
  expect(await under('greeting 421')).toEqual({ state: 'queued', code: 'smtp.greeting.421' });
  expect(await under('login 535')).toEqual({ state: 'queued', code: 'smtp.login.535' });
  expect(await under('to 450')).toEqual({ state: 'queued', code: 'smtp.to.450' });
  expect(await under('to 550')).toEqual({ state: 'failed', code: 'smtp.to.550' });
  expect(await under('end 452')).toEqual({ state: 'queued', code: 'smtp.data.452' });
  expect(await under('end 554')).toEqual({ state: 'failed', code: 'smtp.data.554' });
  expect(server.taken).toEqual([]);
  server.fail({ is: 'hang-up' }, 1);
  expect(await sendOne(tick)).toEqual({ state: 'queued', code: 'smtp.lost' });
  expect(server.taken).toEqual([]);
  server.fail({ is: 'take-and-hang-up' }, 1);
  expect(await sendOne(tick)).toEqual({ state: 'unknown', code: 'smtp.lost' });
  expect(server.taken).toHaveLength(1);
  await client.execute('UPDATE outbox SET next_at = 0, ask_at = 0');
  await tick();
  expect(server.taken).toHaveLength(1);
}, 60_000);

test('a server without encryption, or with a certificate nobody vouches for, hears neither password nor message', async () => {
  const plain = await mailing({ tls: 'later', startTls: false });
  expect(await sendOne(plain.tick)).toEqual({ state: 'queued', code: 'smtp.tls.not-offered' });
  const other = await startSmtp({ tls: 'later' });
  stops.push(() => other.stop());
  const forged = [
    await mailing({ tls: 'later', trust: other.cert }),
    await mailing({ tls: 'at-once', trust: other.cert }),
  ];
  for (const { tick } of forged) expect(await sendOne(tick)).toEqual({ state: 'queued', code: 'smtp.lost' });
  for (const { server } of [plain, ...forged]) {
    expect([server.taken, server.forged(), secretsIn(server)]).toEqual([[], 0, []]);
  }
}, 60_000);
