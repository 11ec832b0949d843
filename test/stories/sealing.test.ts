import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { solved } from '../cases/solve.ts';
import { contextOf, oncePerKind, startCounty, type Subject } from '../contract/county-stack.ts';
import { changed, entriesOf, placesIn, type Place } from '../contract/walk.ts';
import { petitionBody, pledgeBody } from '../harness/bodies.ts';
import { clientOf, mailFor, type Json } from '../harness/client.ts';
import { openPage, press, receiptOf } from '../harness/page.ts';
import { searched, secretFor } from '../harness/secrets.ts';
import type { Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startCounty()));
afterAll(() => stack.stop());

/** Every value that must lie nowhere, with where it was typed. */
const planted = new Map<string, string>();
const codes = new Set<string>();

/** The body with a fresh secret under every question that is sealed; of a report, under every text. */
function withSecrets({ site, form, sample }: Subject, how: string): { body: Json; places: Place[] } {
  const fields = form.fields(contextOf(site), sample.body);
  const body = placesIn(fields, sample.body)
    .filter(
      ({ field, value }) => value !== undefined && (field.sealed || (sample.quiet && field.max && !field.options)),
    )
    .reduce((whole, place) => {
      const secret = secretFor(place);
      planted.set(secret, `${how}, ${site.id}, ${form.kind}: ${place.path}`);
      return changed(whole, place.path, secret);
    }, sample.body);
  return { body, places: placesIn(fields, body) };
}

const proof = async (site: string) =>
  solved(await (await stack.fetch(`/api/v1/${site}/challenge`)).json<Parameters<typeof solved>[0]>());

function pageOf({ site, form, sample }: Subject): string {
  const [group = '', key = ''] = form.page.subject?.path.split('.') ?? [];
  const id = (sample.body[group] as Json | undefined)?.[key];
  return `/${site.id}/${form.page.segment}${typeof id === 'string' ? `/${id}` : ''}`;
}

async function follow(site: string, receipt: string, code: string): Promise<void> {
  codes.add(code);
  const { post } = clientOf(stack, site);
  await mailFor(stack, receipt, 2);
  expect((await post('status', { receipt, code })).status).toBe(200);
  const page = await stack.fetch(`/${site}/status`, { method: 'POST', body: new URLSearchParams({ receipt, code }) });
  expect(page.status).toBe(200);
  await stack.fetch(`/${site}/status/new-code`, { method: 'POST', body: new URLSearchParams({ receipt }) });
  for (const { text } of await mailFor(stack, receipt, 4)) {
    for (const [, fresh = ''] of text.matchAll(/查询码(?:为|: )(\d{6})/g)) codes.add(fresh);
  }
}

test('every kind is sent by JSON, looked up and given a new code', { timeout: 90_000 }, async () => {
  for (const subject of oncePerKind) {
    const { body } = withSecrets(subject, 'JSON');
    const sent = await clientOf(stack, subject.site.id).post(subject.form.collection, body);
    expect(sent).toMatchObject({ status: 201 });
    await follow(subject.site.id, String(sent.body['receipt']), String(sent.body['code']));
  }
});

test('a landline with and without its dash, and the full name of who wishes to be named', async () => {
  const landline = `0359-2${secretFor({ path: 'accountNumber', field: { control: 'identifier' } }).slice(-6)}`;
  for (const written of [landline, landline.replace('-', '')]) planted.set(written, 'landline');
  const called = petitionBody({}, { contact: { name: '王某兰(示例)', phone: landline } });
  expect((await clientOf(stack).post('petitions', called)).status).toBe(201);
  const name = secretFor({ path: 'name', field: { control: 'text' } });
  planted.set(name, 'a name of which only the surname is public');
  const named = pledgeBody({ public: true }, { contact: { name, phone: '15400000095' } });
  expect((await clientOf(stack, 'jishan').post('pledges', named)).status).toBe(201);
});

test('every kind is sent from its page', { timeout: 90_000 }, async () => {
  for (const subject of oncePerKind) {
    const { places } = withSecrets(subject, 'page');
    const page = await openPage(stack, pageOf(subject));
    const body = new URLSearchParams(entriesOf(places));
    for (const [name, value] of Object.entries({ ...page.hidden, challenge: await proof(subject.site.id) })) {
      body.set(name, value);
    }
    const response = await stack.fetch(page.path, { method: 'POST', body });
    expect([page.path, response.status]).toEqual([page.path, 303]);
    const { receipt, code } = await receiptOf(stack, { ...page, status: 303, headers: response.headers, html: '' });
    codes.add(code);
    await mailFor(stack, receipt, 2);
  }
});

test('what is refused leaves nothing either, nor what could not be read', async () => {
  for (const subject of oncePerKind) {
    const { site, form } = subject;
    const { post } = clientOf(stack, site.id);
    const { body, places } = withSecrets(subject, 'refused');
    expect((await post(form.collection, changed(body, 'consent.privacy', false))).status).toBe(422);
    expect((await post(form.collection, { ...body, 密封甲乙键: 1 })).status).toBe(422);
    expect((await post(form.collection, JSON.stringify(body).slice(0, -2))).status).toBe(400);
    expect((await post(form.collection, body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(form.collection, { ...body, padding: 'x'.repeat(70_000) })).status).toBe(413);
    const page = await openPage(stack, pageOf(subject));
    const entries = Object.fromEntries(entriesOf(places));
    expect((await press(stack, page, { ...entries, 'contact.name': '' })).status).toBe(422);
  }
});

test('nor does what had to wait while the database was away', async () => {
  await stack.stopDatabase();
  const waiting: string[] = [];
  for (const subject of oncePerKind.slice(0, 2)) {
    const { body } = withSecrets(subject, 'away');
    const sent = await clientOf(stack, subject.site.id).post(subject.form.collection, body, {
      'idempotency-key': `away-${waiting.length}`,
    });
    expect(sent).toMatchObject({ status: 202, body: { state: 'spooled' } });
    waiting.push(String(sent.body['receipt']));
  }
  await stack.startDatabase();
  for (const receipt of waiting) await mailFor(stack, receipt, 2);
  const { post } = clientOf(stack);
  expect((await post('status', { receipt: 'WR-22222-22222', code: '111111' })).status).toBe(404);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test(
  'nothing of it lies readable in any file of the database or in any line of the log',
  { timeout: 90_000 },
  async () => {
    await stack.stopDatabase();
    const places = filesBelow(stack.dataDir).map((path) => [path, searched(readFileSync(path))] as const);
    const log = ['the log', searched(Buffer.from(stack.logs().join('\n')))] as const;
    // What may lie open is found, so the search can find.
    expect(places.some(([, place]) => place.holds('村东头路灯不亮'))).toBe(true);
    expect(planted.size).toBeGreaterThan(100);
    expect(codes.size).toBeGreaterThan(20);

    const found: string[] = [];
    for (const [path, place] of [...places, log]) {
      for (const [secret, where] of planted) if (place.holds(secret)) found.push(`${path}: ${where}`);
      for (const code of codes) if (place.holdsCode(code)) found.push(`${path}: a query code`);
      if (place.holds('mk_local')) found.push(`${path}: a partner key`);
    }
    expect(found).toEqual([]);
  },
);
