import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../src/notify/message.ts';
import { compose, headerText } from '../../src/notify/mail/mime.ts';
import { smtp } from '../../src/notify/providers/smtp.ts';
import { nodeConnect } from '../simulators/node-connect.ts';
import { startSmtp, type SmtpSimulator } from '../simulators/smtp.ts';
import { open } from '../simulators/suppliers.ts';

const message: Message = {
  id: 'm-1',
  site: 'wanrong',
  channel: 'email',
  to: 'li@mail.example.cn',
  subject: '您提交的事项已收到',
  text: '您好。',
  html: '<p>您好。</p>',
  template: 'received',
  params: {},
  lang: 'zh',
  receipt: 'WR-22222-22222',
};

const running: SmtpSimulator[] = [];
afterEach(async () => void (await Promise.all(running.splice(0).map((one) => one.stop()))));
const started = async (options: Parameters<typeof startSmtp>[0]) => {
  const simulator = await startSmtp(options);
  running.push(simulator);
  return simulator;
};

test('on port 465 everything is encrypted from the first byte', async () => {
  const simulator = await started({ tls: 'at-once' });
  const connect = nodeConnect(simulator.cert);
  const outcome = await open(
    'smtp',
    { ...simulator, env: { ...simulator.env, SMTP_PORT: '465' } },
    { connect: ({ hostname }, tls) => connect({ hostname, port: simulator.port }, tls) },
  ).send(message);
  expect(outcome).toEqual({ is: 'sent', supplierId: 'm-1' });
  expect(simulator.inTheClear).toEqual([]);
  expect(simulator.taken).toMatchObject([
    {
      id: 'm-1',
      to: message.to,
      words: { subject: message.subject, text: '您好。', from: expect.stringContaining('万荣县') },
    },
  ]);
});

test('on another port only EHLO and STARTTLS are said in the clear', async () => {
  const simulator = await started({ tls: 'later' });
  expect((await open('smtp', simulator).send(message)).is).toBe('sent');
  expect(simulator.inTheClear).toEqual(['EHLO mail.example.cn', 'STARTTLS']);
});

test('a server without encryption gets neither password nor message', async () => {
  const simulator = await started({ tls: 'later', startTls: false });
  expect(await open('smtp', simulator).send(message)).toEqual({ is: 'configuration', code: 'smtp.tls.not-offered' });
  expect(simulator.inTheClear.filter((line) => line !== 'QUIT')).toEqual(['EHLO mail.example.cn']);
});

test('a certificate nobody vouches for is not talked to', async () => {
  const simulator = await started({ tls: 'later' });
  const other = await started({ tls: 'later' });
  const connect = nodeConnect(other.cert);
  expect(await open('smtp', simulator, { connect, patienceMs: 400 }).send(message)).toEqual({
    is: 'retry',
    code: 'smtp.lost',
  });
  expect([simulator.taken, simulator.inTheClear.join(' ').includes('AUTH')]).toEqual([[], false]);
});

test('where only LOGIN is offered that is used; where nothing is, our settings are wrong', async () => {
  const old = await started({ tls: 'later', auth: 'LOGIN' });
  expect((await open('smtp', old).send(message)).is).toBe('sent');
  const none = await started({ tls: 'later', auth: null });
  expect(await open('smtp', none).send(message)).toEqual({ is: 'configuration', code: 'smtp.login.not-offered' });
});

test('nothing typed can start another header or another command', async () => {
  const simulator = await started({ tls: 'later' });
  const supplier = open('smtp', simulator);
  const subject = 'Notice\r\nBcc: everybody@example.cn\r\n\r\nfalse body';
  expect((await supplier.send({ ...message, subject })).is).toBe('sent');
  expect(simulator.taken[0]?.words).toMatchObject({ subject: 'Notice Bcc: everybody@example.cn false body' });
  for (const to of [
    'a@example.cn>\r\nRCPT TO:<b@example.cn',
    'a b@example.cn',
    'a@b@example.cn',
    '李@example.cn',
    'a@example',
  ]) {
    expect(await supplier.send({ ...message, to }), to).toEqual({ is: 'refused', code: 'address.malformed' });
  }
  expect(simulator.taken).toHaveLength(1);
});

test('a long Chinese subject is folded into words of at most 75 characters, none cut within a character', () => {
  const long = '您提交的事项已收到'.repeat(12);
  const folded = headerText(long).split('\r\n ');
  expect(folded.length).toBeGreaterThan(5);
  for (const word of folded) {
    expect(word.length).toBeLessThanOrEqual(75);
    expect(word).toMatch(/^=\?UTF-8\?B\?[A-Za-z0-9+/=]+\?=$/);
  }
  const decoded = folded.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString('utf8'));
  expect(decoded.join('')).toBe(long);
  expect(decoded.join('')).not.toContain('�');
});

test('no line of an e-mail is longer than SMTP allows, and its words stand in text and in HTML', () => {
  const text = '编号 WR-22222-22222。'.repeat(200);
  const mail = compose(
    { ...message, text },
    { name: '万荣县', address: 'a@mail.example.cn' },
    Date.parse('2026-11-20T02:00:00Z'),
  );
  for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(120);
  expect(mail).toContain('Date: Fri, 20 Nov 2026 10:00:00 +0800\r\n');
  expect(mail).toContain('Message-ID: <m-1@mail.example.cn>\r\n');
  expect(mail.match(/Content-Type: text\/(plain|html); charset=utf-8/g)).toHaveLength(2);
});

test('port 25 is refused at the start, by name', () => {
  const env = { SMTP_HOST: 'mail.example.cn', SMTP_USER: 'u', SMTP_PASSWORD: 'p', SMTP_FROM: 'a@mail.example.cn' };
  expect(smtp.configure({ ...env, SMTP_PORT: '25' })).toEqual({ is: 'wrong', names: ['SMTP_PORT'] });
  expect(smtp.configure({ ...env, SMTP_PORT: '587' }).is).toBe('ready');
  expect(smtp.settings.find(({ env: name }) => name === 'SMTP_PORT')?.about.zh).toContain('25 不行');
});
