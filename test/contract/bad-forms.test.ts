import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stack } from '../harness/stack.ts';
import { contextOf, oncePerKind, startCounty } from './county-stack.ts';
import { nastyTexts } from './nasty.ts';
import { entriesOf, placesIn } from './walk.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startCounty()));
afterAll(async () => {
  expect(stack.logs().filter((line) => line.includes('unexpected'))).toEqual([]);
  await stack.stop();
});

/** The form page of every kind, with the names of its inputs filled as they should be. */
const pages = [...new Map(oncePerKind.map((one) => [one.form.kind, one])).values()].map(({ site, form, sample }) => {
  const places = placesIn(form.fields(contextOf(site), sample.body), sample.body);
  const [, id] = entriesOf(places).find(([name]) => name === form.page.subject?.path) ?? [];
  const shown = form.page.steps(contextOf(site), sample.body).flatMap(({ paths }) => paths);
  const texts = places.filter(
    ({ path, field, value }) =>
      value !== undefined &&
      !field.options &&
      field.control !== 'tick' &&
      field.control !== 'yesno' &&
      shown.some((one) => path === one || path.startsWith(`${one}.`)),
  );
  return {
    path: `/${site.id}/${form.page.segment}${id === undefined ? '' : `/${id}`}`,
    entries: entriesOf(places).filter(([name]) => name !== 'consent.privacy'),
    texts: texts.map(({ path }) => path),
  };
});
const paths = [
  ...pages.map(({ path }) => path),
  '/jishan/status',
  '/jishan/status/new-code',
  '/jishan/status/withdraw',
];

interface Shown {
  status: number;
  html: string;
}

/** Posts anything to a page; whatever comes back is a page, and never our fault. */
async function post(path: string, body: RequestInit['body'], headers: Record<string, string> = {}): Promise<Shown> {
  const response = await stack.fetch(path, { method: 'POST', body, headers });
  const html = await response.text();
  expect([path, response.status < 500]).toEqual([path, true]);
  if (response.status !== 303) expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  return { status: response.status, html };
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);

test.each(Object.entries(nastyTexts))('%s, typed into every question, stands there again as typed', async (_, text) => {
  for (const { path, entries, texts } of pages) {
    const body = new URLSearchParams(entries);
    for (const name of texts) body.set(name, text);
    const { status, html } = await post(path, body);
    expect([path, status]).toEqual([path, 422]);
    // Half a character cannot be sent in a form: the browser sends U+FFFD, and that comes back.
    const again = html.split(escaped(text.toWellFormed())).length - 1;
    expect(again).toBeGreaterThanOrEqual(texts.length);
    expect(html).not.toMatch(/<script>alert|<img src=x|<b>路灯/);
  }
});

/** A multipart body by hand, so that it can be wrong. */
const part = (name: string, value: string, more = ''): string =>
  `--edge\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const multipart = { 'content-type': 'multipart/form-data; boundary=edge' };
const contact = part('contact.name', '李某芳(示例)');
const broken: readonly (readonly [string, string, string, number])[] = [
  ['whole', multipart['content-type'], `${contact}--edge--\r\n`, 422],
  ['nothing', multipart['content-type'], '', 400],
  ['cut short', multipart['content-type'], contact, 400],
  ['cut within a header', multipart['content-type'], '--edge\r\nContent-Disposition: form-da', 400],
  ['another boundary', 'multipart/form-data; boundary=other', `${contact}--edge--\r\n`, 400],
  ['no boundary', 'multipart/form-data', `${contact}--edge--\r\n`, 400],
  ['an endless boundary', `multipart/form-data; boundary=${'e'.repeat(5000)}`, contact, 400],
  [
    'a file for an answer',
    multipart['content-type'],
    `${part('contact.name', 'x', '; filename="../../x"')}--edge--\r\n`,
    422,
  ],
  [
    'a file with line ends in its name',
    multipart['content-type'],
    `${part('contact.name', '', '; filename="a%0D%0ASet-Cookie: x"')}--edge--\r\n`,
    422,
  ],
  [
    'a part without a name',
    multipart['content-type'],
    '--edge\r\nContent-Disposition: form-data\r\n\r\nx\r\n--edge--\r\n',
    400,
  ],
  ['JSON', 'application/json', '{"contact":{}}', 415],
  ['text', 'text/plain', 'contact.name=x', 415],
  ['percent signs astray', 'application/x-www-form-urlencoded', 'contact.name=%&answers.title=%zz&%=%E0%A4', 422],
];

test.each(broken)('multipart and others: %s', async (_, type, body, status) => {
  for (const { path } of pages) {
    expect([path, (await post(path, body, { 'content-type': type })).status]).toEqual([path, status]);
  }
  for (const path of paths.slice(pages.length)) await post(path, body, { 'content-type': type });
});

test('more than a form can hold is refused by its size, packed ones by their type', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const { path } of pages) {
    expect((await post(path, `answers.title=${'x'.repeat(3_000_000)}`, form)).status).toBe(413);
    const packed = new Uint8Array(gzipSync('answers.title=x'));
    expect((await post(path, packed, { ...form, 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post(path, packed, form)).status).toBe(422);
    expect((await post(path, new Blob([]))).status).toBe(415);
  }
});

test('names sent twice, in brackets, deep, far or inherited are one answer or none', async () => {
  const odd = [
    ['answers.title', '第一个标题'],
    ['answers.title', '第二个标题'],
    ['answers.title[]', 'x'],
    ['answers[title]', 'x'],
    ['__proto__', 'x'],
    ['__proto__.polluted', 'x'],
    ['constructor.prototype.polluted', 'x'],
    ['answers.__proto__.polluted', 'x'],
    ['answers.also.999999999.reason', 'x'],
    ['answers.also.-1.reason', 'x'],
    ['answers.also.1e1.reason', 'x'],
    ['answers.also.', 'x'],
    ['answers.also.__proto__.reason', 'x'],
    ['', 'x'],
    ['.', 'x'],
    ['consent', 'x'],
    ['key', 'a b\n'],
    ['opened', 'A256GCM.test..'],
  ];
  for (const { path } of pages) {
    expect((await post(path, new URLSearchParams(odd))).status).toBe(422);
    for (const add of ['answers.also', '__proto__', 'answers.title', 'answers.also.0', 'x'.repeat(9999)]) {
      expect((await post(path, new URLSearchParams([...odd, ['add', add]]))).status).toBe(200);
    }
  }
});

test('twenty thousand inputs of a list that holds twenty are refused', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => [`answers.also.${n}.reason`, '演示'] as [string, string]);
  for (const { path } of pages) {
    expect((await post(path, new URLSearchParams(many))).status).toBe(422);
  }
});

/** Speaks HTTP by hand, since no client lets one lie about lengths; the first line of the answer, or that it was cut. */
function spoken(head: string, body: string): Promise<string> {
  const { hostname, port } = new URL(stack.url);
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () =>
      socket.end(`${head}\r\nHost: ${hostname}:${port}\r\n\r\n${body}`),
    );
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('data', (data) => (heard += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard.split('\r\n')[0] ?? ''));
  });
}

const head = (path: string, type: string, length: string) =>
  `POST ${path} HTTP/1.1\r\nConnection: close\r\nAuthorization: Bearer mk_local\r\nContent-Type: ${type}\r\nContent-Length: ${length}`;

test('a length that lies harms nobody', async () => {
  // To one who hangs up half-way nobody listens: the local proxy's own answer goes nowhere.
  const cut = '999999';
  for (const length of ['0', '5', cut, '-1', 'x', '99999999999999999999']) {
    for (const [path, type] of [
      ['/api/v1/wanrong/petitions', 'application/json'],
      ['/wanrong/petition', 'application/x-www-form-urlencoded'],
    ] as const) {
      const heard = await spoken(head(path, type, length), '{"contact":{}}');
      if (length !== cut) expect([path, length, heard]).toEqual([path, length, expect.stringMatching(/^HTTP\/1\.1 4/)]);
    }
  }
  expect((await stack.fetch('/healthz')).status).toBe(200);
});

test('addresses that lead nowhere are pages that say so', async () => {
  const nowhere = [
    '/wanrong/receipt/x',
    '/wanrong/receipt/A256GCM.test.x.y',
    '/wanrong/drafts/%00',
    '/%E0%A4%A',
    '/wanrong/%ff',
  ];
  const found = await Promise.all(nowhere.map(async (path) => [path, (await stack.fetch(path)).status]));
  expect(found).toEqual(nowhere.map((path) => [path, path.includes('receipt') ? 410 : 404]));
  const asked = `/wanrong/status?receipt=${encodeURIComponent('"><script>alert(1)</script>')}&receipt=2&lang=en&lang=xx&elder[]=1`;
  const html = await (await stack.fetch(asked)).text();
  expect(html).toContain('&lt;script&gt;alert(1)');
  expect(html).not.toContain('<script>alert');
});

test('whatever is typed under whatever name, a page comes back with it', async () => {
  const names = pages.flatMap(({ entries, texts }) => [...entries.map(([name]) => name), ...texts]);
  const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, fc.string({ unit: 'binary' }));
  const entries = fc.array(fc.tuple(name, fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), entries, async (path, list) => {
      await post(path, new URLSearchParams(list));
    }),
    { numRuns: 60 },
  );
});
