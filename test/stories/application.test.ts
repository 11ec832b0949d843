import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureIds, passing } from '../eligibility/example-facts.ts';
import { applicationBody, ID_NUMBER, USCC } from '../harness/application-body.ts';
import { clientOf, mailFor, problemsOf, type Answered } from '../harness/client.ts';
import { startStack, type Stack } from '../harness/stack.ts';

let stack: Stack;
beforeAll(async () => void (stack = await startStack()));
afterAll(() => stack.stop());

const wenxi = () => clientOf(stack, 'wenxi');
const look = (measure: unknown, facts: unknown): Promise<Answered> => wenxi().post('eligibility', { measure, facts });
const apply = (body: unknown): Promise<Answered> => wenxi().post('applications', body);

/** What the database holds openly of a case, as text. */
async function rowOf({ body }: Answered): Promise<Record<'subject' | 'answers' | 'frozen', string>> {
  const { rows } = await stack.db.execute({
    sql: 'SELECT subject, answers, frozen FROM cases WHERE receipt = ? AND due IS NULL',
    args: [String(body['receipt'])],
  });
  return rows[0] as unknown as Record<'subject' | 'answers' | 'frozen', string>;
}

async function casesKept(): Promise<unknown> {
  return (await stack.db.execute('SELECT count(*) AS n FROM cases')).rows[0]?.['n'];
}

test.each(measureIds)('%s: an application has its receipt at once, and its estimate frozen beside it', async (id) => {
  const sent = await apply(applicationBody(id));
  expect(sent).toMatchObject({ status: 201, body: { kind: 'application', state: 'received', due: null } });
  const row = await rowOf(sent);
  expect(row.subject).toBe(id);
  const { sentence: _, ...looked } = (await look(id, passing[id])).body;
  expect(JSON.parse(row.frozen)).toEqual(looked);
  const mails = await mailFor(stack, String(sent.body['receipt']));
  expect(mails[0]?.text).toContain('您提交的事项已收到');
});

test('neither identity number, credit code nor account lies open in the database', async () => {
  const payment = { accountName: '郭某(示例)', bank: '示例银行', accountNumber: '79927398713' };
  const person = await apply(applicationBody('settling-in', { payment }));
  const unit = await apply(applicationBody('hire-reward'));
  const open = [await rowOf(person), await rowOf(unit)].map(({ answers }) => answers).join();
  for (const secret of [ID_NUMBER, USCC, payment.accountNumber, '闻喜示例新材料']) expect(open).not.toContain(secret);
});

test('who does not meet the conditions may apply all the same: an officer decides', async () => {
  const sent = await apply(applicationBody('settling-in', { facts: { field: 'other' } }));
  expect(sent.status).toBe(201);
  const frozen: unknown = JSON.parse((await rowOf(sent)).frozen);
  expect(frozen).toMatchObject({ outcome: 'ineligible', amountFen: null, lines: [] });
});

test('an identity number or an account needs its own consent', async () => {
  const consent = { privacy: true };
  expect(problemsOf(await apply(applicationBody('settling-in', { consent })))).toEqual([
    'consent.sensitive field.required',
  ]);
  const payment = { accountName: '郭某(示例)', bank: '示例银行', accountNumber: '6222 0200 0000 0001' };
  expect(problemsOf(await apply(applicationBody('hire-reward', { payment })))).toEqual([
    'consent.sensitive field.required',
  ]);
  // A failing check digit is the officer's to ask about.
  const agreed = { consent: { privacy: true, sensitive: true } };
  expect((await apply(applicationBody('hire-reward', { payment, ...agreed }))).status).toBe(201);
});

test('under fourteen a guardian consents', async () => {
  const child = { contact: { idNumber: '990000201803120015' } };
  expect(problemsOf(await apply(applicationBody('settling-in', child)))).toEqual(['consent.guardian field.required']);
  const guardian = { name: '李某芳(示例)', phone: '15400000003' };
  const consent = { privacy: true, sensitive: true, guardian };
  expect((await apply(applicationBody('settling-in', { ...child, consent }))).status).toBe(201);
});

test('an unknown measure is 404 in a path, and the one thing wrong in a body', async () => {
  expect(await wenxi().get('/measures/moon-bonus')).toMatchObject({ status: 404, body: { code: 'measure.unknown' } });
  const body = { ...applicationBody('settling-in'), answers: { measure: 'moon-bonus', facts: { moon: 1 } } };
  const refused = await apply(body);
  expect(refused).toMatchObject({ status: 422, body: { code: 'answers.invalid' } });
  expect(problemsOf(refused)).toEqual(['answers.measure field.invalid']);
  expect(await clientOf(stack).post('applications', body)).toMatchObject({
    status: 404,
    body: { code: 'form.closed' },
  });
});

test('anyone may read the measures: who, how much, which questions, and what is 待定', async () => {
  const { measures } = (await wenxi().get('/measures')).body as { measures: { id: string; payee: string }[] };
  expect(measures.map(({ id, payee }) => `${id} ${payee}`)).toEqual([
    'settling-in person',
    'station-funding employer',
    'hire-reward enterprise',
    'talent-enclave enterprise',
  ]);
  const { body } = await wenxi().get('/measures/settling-in');
  expect(body).toMatchObject({ version: '2023-05-01', amount: '待定 (公开报道未写金额)', papers: expect.any(Array) });
  expect(body['pending']).toContain('服务年限');
  expect(body['facts']).toMatchObject([
    {
      name: 'field',
      type: 'choice',
      options: [{ value: 'preschool-education' }, { value: 'medical' }, { value: 'other' }],
    },
    { name: 'degree' },
    { name: 'graduate', type: 'yesno' },
    { name: 'onShortageList', hint: expect.stringContaining('不清楚可以先不选') },
    { name: 'worksInCounty' },
    { name: 'receivedBefore' },
  ]);
  expect((await clientOf(stack).get('/measures')).body).toEqual({ measures: [] });
});

test('an estimate says why, adds up, and takes what is not said as unknown', async () => {
  const before = await casesKept();
  expect(await look('hire-reward', passing['hire-reward'])).toMatchObject({
    status: 200,
    body: { outcome: 'eligible', amountFen: 800_000, sentence: expect.stringContaining('这是测算, 不是批准') },
  });
  expect((await look('settling-in', { field: 'medical' })).body).toMatchObject({
    outcome: 'incomplete',
    missing: ['degree', 'graduate', 'onShortageList', 'worksInCounty', 'receivedBefore'],
  });
  const wrong = await look('hire-reward', { masters: '2', doctors: 1 });
  expect(wrong).toMatchObject({ status: 422, body: { code: 'facts.invalid' } });
  expect(problemsOf(wrong).toSorted()).toEqual(['facts.doctors key.unknown', 'facts.masters field.invalid']);
  const unknown = await look('moon-bonus', { moon: 1 });
  expect(unknown).toMatchObject({ status: 422, body: { code: 'facts.invalid' } });
  expect(problemsOf(unknown)).toEqual(['measure field.invalid']);
  expect(await casesKept()).toBe(before);
});

const facts = { enterpriseInCounty: 'true', masters: '2', bachelors: '1', fullTime: 'true' };
const asForm = (values: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(values) });
const named = (group: string, values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${group}.${name}`, value]));

test('without script the page tells before anything is sent, and loses nothing', async () => {
  const before = await casesKept();
  const typed = { ...named('answers.facts', facts), 'contact.name': '郭某(示例)', key: 'kept-key' };
  const page = await stack.fetch('/wenxi/subsidies/hire-reward', asForm({ ...typed, look: '1' }));
  expect(page.status).toBe(200);
  const html = await page.text();
  expect(html).toContain('可申请 8000 元');
  expect(html.match(/class="check passed"/g)).toHaveLength(3);
  expect(html).toContain('value="郭某(示例)"');
  expect(html).toContain('name="key" value="kept-key"');
  const partly = await stack.fetch(
    '/wenxi/subsidies/settling-in',
    asForm({ 'answers.facts.field': 'other', look: '1' }),
  );
  const told = await partly.text();
  expect(told).toContain('您仍可提交, 由工作人员审核');
  expect(told.match(/class="check missing"/g)).toHaveLength(5);
  expect(await casesKept()).toBe(before);
});

test('where the number shows a child, the page then asks for the guardian', async () => {
  const filled = { ...named('answers.facts', { field: 'medical' }), 'contact.idNumber': '990000201803120015' };
  expect(await (await stack.fetch('/wenxi/subsidies/settling-in')).text()).not.toContain('consent.guardian');
  const page = await stack.fetch('/wenxi/subsidies/settling-in', asForm(filled));
  expect(page.status).toBe(422);
  const html = await page.text();
  expect(html).toContain('href="#consent-guardian"');
  expect(html).toContain('name="consent.guardian.name"');
});

test('the filled page becomes an application; the measure is the one of the page', async () => {
  const page = await (await stack.fetch('/wenxi/subsidies/hire-reward')).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const sent = await stack.fetch(
    '/wenxi/subsidies/hire-reward',
    asForm({
      key: hidden('key'),
      opened: hidden('opened'),
      ...named('answers.facts', facts),
      ...named('contact', { name: '郭某(示例)', phone: '15400000002' }),
      ...named('contact.organisation', { name: '闻喜示例新材料有限公司', uscc: USCC }),
      'answers.measure': 'settling-in',
      'consent.privacy': 'true',
    }),
  );
  expect(sent.status).toBe(303);
  expect(sent.headers.get('location')).toMatch(/^\/wenxi\/receipt\//);
  const { rows } = await stack.db.execute('SELECT subject FROM cases ORDER BY submitted_at DESC LIMIT 1');
  expect(rows[0]?.['subject']).toBe('hire-reward');
});

test('the list of measures says where it was read and what is not published', async () => {
  const html = await (await stack.fetch('/wenxi/subsidies')).text();
  expect(html).toContain('以县里正式文件和审核结果为准; 未公开的内容一律写“待定”');
  for (const id of measureIds) expect(html).toContain(`href="/wenxi/subsidies/${id}"`);
  expect((await stack.fetch('/wenxi/subsidies/moon-bonus')).status).toBe(404);
});
