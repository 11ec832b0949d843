import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoStaff } from '../../demo/staff.ts';
import { demoLinks } from '../../scripts/seed/seed-staff.ts';
import { hasTasks } from '../../src/cases/tasks/list.ts';
import { readsCases } from '../../src/cases/scope.ts';
import { may, type RoleId } from '../../src/staff/roles.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { applicationBody } from '../harness/application-body.ts';
import { petitionBody } from '../harness/bodies.ts';
import { dataRequestBody } from '../harness/data-request.ts';
import { typedProposal } from '../harness/proposal.ts';
import { clientOf, type Json } from '../harness/client.ts';
import { filingForm, receiptOn } from '../harness/filing.ts';
import { enrolAt, invite, staffBrowser, staffToolsOf, type StaffBrowser } from '../harness/staff.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { ACTS, FILED, FOLLOWS, NEVER_REVEALED, OTHERS, SEES, TASKS } from './who-sees.ts';

// All readers ask at once, hundreds of pages each: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

let stack: Stack;
let tools: StaffTools;
const browsers = new Map<string, { browser: StaffBrowser; role: RoleId }>();
const receipts = new Map<string, string>();

async function send(name: string, site: string, collection: string, body: Json): Promise<void> {
  const { body: sent } = await clientOf(stack, site).post(collection, body);
  receipts.set(name, String(sent['receipt']));
}
const at = (name: string): string => `/staff/cases/${receipts.get(name) ?? ''}`;

const readers = [...demoStaff.map(({ login }) => login), ...OTHERS];

beforeAll(async () => {
  stack = await startStack();
  tools = staffToolsOf(stack);
  for (const { login, link } of await demoLinks(tools)) {
    const role = demoStaff.find((one) => one.login === login)?.role ?? 'auditor';
    browsers.set(login, { browser: (await enrolAt(stack, new URL(link).pathname)).browser, role });
  }
  const others = [
    ['pinglu-water', 'department-handler', { site: 'pinglu', department: '县水利局' }],
    ['pinglu-reports', 'report-officer', { site: 'pinglu' }],
    ['gaocun-chen', 'deputy', { site: 'wanrong', station: 'gaocun', deputy: 'dep-gaocun-2' }],
    ['gaocun-unlisted', 'deputy', { site: 'wanrong', station: 'gaocun' }],
  ] as const;
  for (const [login, role, reach] of others) {
    const { path } = await invite(tools, role, reach);
    browsers.set(login, { browser: (await enrolAt(stack, path)).browser, role });
  }
  const report = petitionBody({ category: 'report', topic: 'other', title: '演示内容甲乙' });
  // Landlines, for whom the desk has calls to make; for a report there is none.
  const contact = { name: '任某安(示例)', phone: '0359-0000020' };
  await send('gaocun', 'wanrong', 'petitions', petitionBody({ station: 'gaocun' }, { contact }));
  await send('jiedian', 'wanrong', 'petitions', petitionBody({ station: 'jiedian' }));
  await send('given', 'wanrong', 'petitions', petitionBody({ station: 'jiedian', topic: 'irrigation' }));
  await send('report', 'wanrong', 'petitions', { ...report, contact });
  await send('spam', 'wanrong', 'petitions', petitionBody({ station: 'gaocun', title: '点击领取大奖名额' }));
  await send('given in pinglu', 'pinglu', 'petitions', petitionBody({}, { contact }));
  await send('report in pinglu', 'pinglu', 'petitions', report);
  await send('data request', 'wanrong', 'data-requests', dataRequestBody({}, { phone: '15400000044' }));
  await send('application', 'wenxi', 'applications', applicationBody('settling-in'));
  const filed = await browserOf('tonghua-grid').post(
    '/staff/file/petition',
    filingForm({ 'contact.phone': '15400000004', 'answers.title': '村东头路灯不亮' }),
  );
  receipts.set('filed for somebody', receiptOn(filed.page));
  await stack.db.execute({ sql: 'UPDATE cases SET spam = 1 WHERE receipt = ?', args: [receipts.get('spam') ?? ''] });
  for (const [clerk, name] of [
    ['jiedian-wang', 'given'],
    ['pinglu-desk', 'given in pinglu'],
  ] as const) {
    const given = await browserOf(clerk).post(`${at(name)}/assign`, { seen: '1', lead: '县水利局' });
    expect([name, given.status]).toEqual([name, 303]);
  }
  await makeProposal();
  await stack.scheduled();
}, 120_000);
afterAll(async () => {
  tools.db.close();
  await stack.stop();
});

/** A suggestion made of the petition at gaocun, and handed to a department. */
async function makeProposal(): Promise<void> {
  const feng = browserOf('gaocun-feng');
  await feng.post(`${at('gaocun')}/register`, { seen: '1' });
  const { location } = await feng.post(`${at('gaocun')}/propose`, { seen: '2', ...typedProposal });
  receipts.set('proposal', location?.replace('/staff/cases/', '').toUpperCase() ?? '');
  await browserOf('npc-cui').post(`${at('proposal')}/examine`, { seen: '1' });
  const given = await browserOf('npc-cui').post(`${at('proposal')}/assign`, { seen: '2', lead: '县水利局' });
  expect(given.status).toBe(303);
}

const browserOf = (login: string): StaffBrowser => browsers.get(login)?.browser ?? staffBrowser(stack);

test.concurrent.each(readers)(
  '%s finds the cases within reach in every view, and no trace of another',
  async (login) => {
    const { browser, role } = browsers.get(login) ?? { browser: staffBrowser(stack), role: 'auditor' };
    for (const view of ['all', 'new', 'open', 'today', 'overdue', 'mine', 'waiting']) {
      const { status, page } = await browser.get(`/staff/cases?view=${view}`);
      expect([login, view, status]).toEqual([login, view, readsCases(role) ? 200 : 404]);
      const listed = [...receipts].filter(([, receipt]) => page.includes(receipt)).map(([name]) => name);
      const visible = SEES[login] ?? [];
      expect(listed.filter((name) => !visible.includes(name))).toEqual([]);
      if (view === 'all') expect(listed.toSorted()).toEqual([...visible].toSorted());
    }
  },
);

test.concurrent.each(readers)('%s finds by words and by phone only what is within reach', async (login) => {
  const { browser, role } = browsers.get(login) ?? { browser: staffBrowser(stack), role: 'auditor' };
  for (const query of ['路灯', '演示内容', '15400000001', '大奖名额']) {
    const asked = await browser.post('/staff/search', { query });
    expect([login, query, asked.status]).toEqual([login, query, readsCases(role) ? 303 : 404]);
    const { page } = await browser.get(asked.location ?? '/staff/search');
    const found = [...receipts].filter(([, receipt]) => page.includes(receipt)).map(([name]) => name);
    const visible = SEES[login] ?? [];
    expect([login, query, found.filter((name) => !visible.includes(name))]).toEqual([login, query, []]);
    const worded = visible.filter((name) => !/report|application|proposal|data request/.test(name));
    if (query === '路灯') expect([login, found.toSorted()]).toEqual([login, worded.toSorted()]);
  }
});

test.concurrent.each(readers)(
  '%s opens, acts in and reveals only what is within reach; all else is as if unknown',
  async (login) => {
    const browser = browserOf(login);
    const nothing = 'WR-22222-22222';
    const plain = (page: string): string => page.replaceAll(/[A-Z]{2}-[0-9A-Z]{5}-[0-9A-Z]{5}/g, nothing);
    const unknown = plain((await browser.get(`/staff/cases/${nothing}`)).page);
    for (const name of receipts.keys()) {
      const sees = (SEES[login] ?? []).includes(name);
      const acts = sees && ACTS.includes(login) && !FOLLOWS.includes(`${login} ${name}`);
      const shown = await browser.get(at(name));
      const form = await browser.get(`${at(name)}/remark`);
      const posted = await browser.post(`${at(name)}/remark`, { seen: '1' });
      const revealed = await browser.post(`${at(name)}/reveal`);
      const here = await browser.post(`${at(name)}/here`, { page: 'page-1', doing: 'reading' });
      expect({
        login,
        name,
        shown: shown.status,
        form: form.status,
        posted: posted.status,
        revealed: revealed.status,
        here: here.status,
      }).toEqual({
        login,
        name,
        shown: sees ? 200 : 404,
        here: sees ? 200 : 404,
        form: acts ? 200 : 404,
        posted: acts ? expect.toSatisfy((status: number) => [409, 422].includes(status)) : 404,
        // A suggestion holds nothing personal.
        revealed: sees && !NEVER_REVEALED.includes(login) && name !== 'proposal' ? 422 : 404,
      });
      if (!sees) expect(plain(shown.page)).toBe(unknown);
    }
  },
);

test.concurrent.each(readers)(
  '%s opens what was filed for somebody only as its filer or as a witness',
  async (login) => {
    const browser = browserOf(login);
    for (const [place, who] of Object.entries(FILED)) {
      for (const [name, receipt] of receipts) {
        const path = `${place}/${receipt}`;
        const posted = place === '/staff/filed' ? `${path}/confirm` : path;
        const [shown, sent] = [await browser.get(path), await browser.post(posted)];
        const there = name === 'filed for somebody' && who.includes(login);
        expect([login, path, name, shown.status, sent.status]).toEqual([
          login,
          path,
          name,
          there ? 200 : 404,
          there ? 422 : 404,
        ]);
      }
    }
  },
);

test.concurrent.each(readers)('%s exports what is within reach, and no trace of another', async (login) => {
  const { browser, role } = browsers.get(login) ?? { browser: staffBrowser(stack), role: 'auditor' };
  const { status, page } = await browser.post('/staff/export', { view: 'all', format: 'csv', personal: 'masked' });
  expect([login, status]).toEqual([login, readsCases(role) ? 200 : 404]);
  const listed = [...receipts].filter(([, receipt]) => page.includes(receipt)).map(([name]) => name);
  expect([login, listed.toSorted()]).toEqual([login, [...(SEES[login] ?? [])].toSorted()]);
});

/** Who urges in several cases at once: to everybody else there is no such page. */
const URGES = ['cases.handle', 'cases.supervise', 'proposals.manage', 'reports.handle'] as const;

test.concurrent.each(readers)(
  '%s takes an action together in what is within reach, and sees no trace of another',
  async (login) => {
    const { browser, role } = browsers.get(login) ?? { browser: staffBrowser(stack), role: 'auditor' };
    // As if nothing had been seen of any of them: each is refused, and none is changed.
    const picked = [...receipts.values()].map((receipt) => ['case', `${receipt}.0`]);
    const takes = URGES.some((permission) => may(role, permission));
    const before = await stack.db.execute('SELECT receipt, seq FROM cases ORDER BY receipt');
    const shown = await browser.get(`/staff/together/urge?${new URLSearchParams(picked).toString()}`);
    const checked = await browser.post('/staff/together/urge', picked);
    const taken = await browser.post('/staff/together/urge/take', picked);
    expect([login, shown.status, checked.status, taken.status]).toEqual([
      login,
      ...(takes ? [422, 422, 303] : [404, 404, 404]),
    ]);
    const report = await browser.get(taken.location ?? '/staff/together/urge/done');
    expect([login, report.status]).toEqual([login, takes ? 200 : 404]);
    const visible = takes ? (SEES[login] ?? []) : [];
    for (const { page } of [shown, checked, report]) {
      const main = page.replaceAll(/<input type="hidden"[^>]*>|\?case=[^"]*/g, '');
      const named = [...receipts].filter(([, receipt]) => main.includes(receipt)).map(([name]) => name);
      expect([login, named.toSorted()]).toEqual([login, visible.toSorted()]);
      if (takes && visible.length < picked.length)
        expect(main).toContain(`有 ${picked.length - visible.length} 件没有找到, 或者不归您看`);
    }
    expect((await stack.db.execute('SELECT receipt, seq FROM cases ORDER BY receipt')).rows).toEqual(before.rows);
  },
);

test('a colleague of another role cannot press a button that is not theirs', async () => {
  for (const [login, name, action] of [
    ['water-xu', 'given', 'accept'],
    ['deputy-feng', 'gaocun', 'accept'],
    ['deputy-feng', 'proposal', 'reply'],
    ['water-xu', 'proposal', 'feedback'],
    ['gaocun-feng', 'proposal', 'examine'],
    ['npc-cui', 'gaocun', 'propose'],
    ['gaocun-unlisted', 'proposal', 'feedback'],
    ['reports', 'report', 'assign'],
    ['wanrong-watch', 'gaocun', 'accept'],
    ['wanrong-watch', 'gaocun', 'answer'],
    ['gaocun-feng', 'gaocun', 'supervise'],
    ['water-xu', 'given', 'urge'],
    ['wanrong-desk', 'data request', 'refuse'],
    ['wanrong-desk', 'data request', 'give'],
    ['wanrong-data', 'gaocun', 'accept'],
    ['wanrong-data', 'report', 'remark'],
  ] as const) {
    const { status } = await browserOf(login).post(`${at(name)}/${action}`, { seen: '1', lead: '县水利局' });
    expect([login, action, status]).toEqual([login, action, action === 'assign' ? 409 : 404]);
  }
});

test.concurrent.each(readers)(
  '%s has the tasks of the own desk, and can neither see nor end another’s',
  async (login) => {
    const { browser, role } = browsers.get(login) ?? { browser: staffBrowser(stack), role: 'auditor' };
    const { status, page } = await browser.get('/staff/tasks');
    expect([login, status]).toEqual([login, hasTasks(role) ? 200 : 404]);
    const own = TASKS[login] ?? [];
    expect([...receipts].filter(([, receipt]) => page.includes(receipt)).map(([name]) => name)).toEqual(own);
    const { rows } = await stack.db.execute('SELECT t.id, c.receipt FROM tasks t JOIN cases c ON c.id = t.case_id');
    expect(new Set(rows.map((row) => row['receipt'])).size).toBe(2);
    for (const row of rows) {
      const mine = own.some((name) => receipts.get(name) === row['receipt']);
      const path = `/staff/tasks/${row['id'] as string}`;
      const shown = await browser.get(path);
      const posted = await browser.post(path, { outcome: 'none' });
      expect([login, shown.status, posted.status]).toEqual([login, mine ? 200 : 404, mine ? 422 : 404]);
      if (!mine) expect(shown.page).not.toContain(row['receipt']);
    }
  },
);

/** What can be one matter at all: a 检举控告 and what nobody sent never is. */
const MATTERS = ['gaocun', 'jiedian', 'given', 'filed for somebody', 'given in pinglu'];

test.concurrent.each(readers)(
  '%s joins filings on one matter only where both are within reach, and none is a report',
  async (login) => {
    const { browser, role } = browsers.get(login) ?? { browser: staffBrowser(stack), role: 'auditor' };
    const sees = SEES[login] ?? [];
    const handles = (name: string): boolean =>
      may(role, 'cases.handle') && sees.includes(name) && MATTERS.includes(name);
    for (const name of receipts.keys()) {
      const both = name !== 'gaocun' && handles(name) && handles('gaocun');
      const path = `${at(name)}/matter/${receipts.get('gaocun') ?? ''}`;
      const compared = await browser.get(path);
      const joined = await browser.post(`${path}/join`, { seen: '0', seenOther: '0' });
      const linked = await browser.post(`${path}/link`, { seen: '0', seenOther: '0' });
      const parted = await browser.post(`${at(name)}/matter/part`, { seen: '0', remark: '不是一件事' });
      const noted = await browser.post(`${at(name)}/matter/settle`, { seen: '0', sentence: 'x', how: 'apart' });
      const statuses = [compared, joined, linked, parted, noted].map(({ status }) => status);
      const alone = handles(name) ? 409 : 404;
      expect([login, name, ...statuses]).toEqual([
        login,
        name,
        ...(both ? [200, 409, 409] : [404, 404, 404]),
        alone,
        alone,
      ]);
    }
  },
);
