import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actAsSender } from '../../src/cases/act.ts';
import { advance } from '../../src/cases/advance.ts';
import { lookUp as lookUpCase } from '../../src/cases/look-up.ts';
import { recuse } from '../../src/cases/recuse.ts';
import { formByKind } from '../../src/forms/index.ts';
import { siteById } from '../../src/sites/index.ts';
import type { StaffTools } from '../../src/staff/tools.ts';
import { toolsOf } from '../cases/tools.ts';
import { violationsOn } from '../harness/axe.ts';
import { petitionBody } from '../harness/bodies.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { clientOf } from '../harness/client.ts';
import { NOTE, OPINION } from '../harness/road.ts';
import { lookUp } from '../harness/send-petition.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { startStack, type Stack } from '../harness/stack.ts';
import { visit, type Visit } from '../harness/visit.ts';

let stack: Stack;
let browser: Browser;
let tools: StaffTools;
let desk: Visit;
const paths: string[] = [];

/** Receipt and code of every petition that was sent, by its path in the console. */
const sent = new Map<string, { receipt: string; code: string }>();

async function send(title: string): Promise<string> {
  const contact = { name: '阿某古丽·买某提(示例)', phone: '15400000001', address: '万荣县光华乡前岭(示例)' };
  const body = petitionBody({ station: 'gaocun', category: 'request', title }, { contact });
  const { receipt = '', code = '' } = (await clientOf(stack).post('petitions', body)).body as Record<string, string>;
  const path = `/staff/cases/${receipt.toLowerCase()}`;
  sent.set(path, { receipt, code });
  return path;
}

/** A case and what moves it on: its sender for what senders ask, else an officer, by the verbs that the pages use. */
async function roadOf(path: string) {
  const answers = sent.get(path);
  const [site, form] = [siteById('wanrong'), formByKind('petition')];
  if (!answers || !site || !form) throw new Error(`nothing was sent for ${path}`);
  const verbs = toolsOf(tools.db, { ring: tools.ring, clock: tools.clock, publicUrl: stack.url });
  return {
    answers,
    async step(action: string, input: Record<string, unknown> = {}) {
      const found = await lookUpCase(verbs, { site, ...answers, address: '203.0.113.7' });
      if (!found.ok) throw new Error(found.error.code);
      const done = action.startsWith('ask-')
        ? await actAsSender(verbs, found.value, form, action, input)
        : await advance(verbs, { case: { receipt: answers.receipt }, action, actor: 'staff:feng', input });
      if (!done.ok) throw new Error(`${action}: ${done.error.code}`);
    },
  };
}

beforeAll(async () => {
  [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  tools = staffToolsOf(stack);
  for (const title of ['村北支渠塌了一段,地浇不上', '渠道损坏浇不了地', '下坡那个弯没有护栏', '机井坏了三天没人修']) {
    paths.push(await send(title));
  }
  const days = { '+0 day': 1, '-4 day': 2, '+2 day': 3 };
  for (const [shift, which] of Object.entries(days))
    await stack.db.execute({
      sql: `UPDATE cases SET due_date = date('now', '+8 hours', ?) WHERE lower(receipt) = ?`,
      args: [shift, paths[which]?.split('/').at(-1) ?? ''],
    });
  const clerk = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  desk = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  await enrolByHand(desk, clerk.path);
});
afterAll(async () => {
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});

test('in the inbox j and k go from line to line, and Enter opens the case', async () => {
  const { page, open } = desk;
  await open('/staff/cases');
  const inFocus = () => page.evaluate('document.activeElement.textContent');
  await page.keyboard.press('j');
  expect(await inFocus()).toBe('下坡那个弯没有护栏');
  await page.keyboard.press('j');
  expect(await inFocus()).toBe('渠道损坏浇不了地');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  expect(await inFocus()).toBe('下坡那个弯没有护栏');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '下坡那个弯没有护栏' }).waitFor();
  expect(await page.locator('.case-clock .clock').textContent()).toBe('逾期 4 天');
});

test('every key does what a link does too, and none is taken from somebody who types', async () => {
  const { page, open } = desk;
  // The script that listens runs once the whole page is there.
  const heading = async (name: string) => {
    await page.getByRole('heading', { name, exact: true }).waitFor();
    await page.waitForLoadState();
  };
  await open('/staff/cases');
  await page.keyboard.press('?');
  await heading('键盘');
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('gjo?');
  expect(await page.locator('#query').inputValue()).toBe('gjo?');
  await open('/staff/cases');
  for (const key of ['j', 'o']) await page.keyboard.press(key);
  await heading('下坡那个弯没有护栏');
  await page.keyboard.press('j');
  await heading('渠道损坏浇不了地');
  await page.keyboard.press('k');
  await heading('下坡那个弯没有护栏');
  expect(await page.getByRole('link', { name: '下一件' }).count()).toBe(1);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: '交办' }).waitFor();
  await page.goBack();
  await heading('下坡那个弯没有护栏');
  await page.keyboard.press('u');
  await heading('事项');
  for (const key of ['j', 'a']) await page.keyboard.press(key);
  await page.getByRole('button', { name: '交办' }).waitFor();
  await page.waitForLoadState();
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await page.locator('.tabs a.mine[aria-current]').waitFor();
});

/** Accepts the case that is open, and comes back to it as it stands then. */
async function acceptByMouse(page: Page): Promise<void> {
  await page.getByRole('link', { name: '受理', exact: true }).click();
  await page.getByRole('button', { name: '受理' }).click();
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/accept'));
}

test('a clerk accepts and answers by mouse; the public box and the internal one cannot be mixed up', async () => {
  const { page, open } = desk;
  await open(paths[0] ?? '');
  await acceptByMouse(page);
  await page.getByRole('link', { name: '答复', exact: true }).click();
  await page.getByText('支持', { exact: true }).click();
  await page.locator('.said.public textarea[name=note]').fill(NOTE);
  await page.locator('.said.internal textarea[name=remark]').fill('请水利所先去看');
  const ground = (audience: string) =>
    page.evaluate(`getComputedStyle(document.querySelector('.said.${audience}')).backgroundColor`);
  expect([await ground('public'), await ground('internal')]).toEqual(['rgb(255, 255, 255)', 'rgb(255, 244, 214)']);
  await page.getByRole('button', { name: '答复' }).click();
  expect(await page.locator('.timeline .said.public').textContent()).toContain(NOTE);
});

test('a template fills the answer at once; what was typed stays, and the page with it can be read by everyone', async () => {
  const { page, open } = desk;
  const path = await send('村东头路灯不亮');
  await open(path);
  await acceptByMouse(page);
  await page.getByRole('link', { name: '答复', exact: true }).click();
  // The script that fills runs once the whole page is there.
  await page.waitForURL(/\/answer$/);
  await page.waitForLoadState();
  const box = (name: string) => page.locator(`textarea[name=${name}]`);
  const written = () => Promise.all(['claims', 'facts', 'note', 'basis'].map((name) => box(name).inputValue()));
  const own = '县里的路灯管护办法(示例)';
  await box('basis').fill(own);
  await page.selectOption('#template', 'supported');
  const [claims, facts, note, basis] = await written();
  expect(claims).toBe('村东头路灯不亮');
  expect(facts).toContain('{单位}于{日期}到现场看过');
  expect(note).toContain('我们支持');
  expect(basis).toBe(own);
  expect(await page.locator('input[name=outcome]:checked').getAttribute('value')).toBe('supported');
  expect(await page.locator('form[data-templates] button').count()).toBe(0);
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    expect.soft(await violationsOn(page), `answer ${size.width}`).toEqual([]);
  }
  await page.selectOption('#template', '');
  expect((await written()).slice(1)).toEqual(['', '', own]);
});

/** At both widths: whole by axe, and nothing wider than the screen. */
async function sound(page: Page, name: string): Promise<void> {
  for (const size of [PHONE, DESKTOP]) {
    await page.setViewportSize(size);
    expect.soft(await violationsOn(page), `${name} ${size.width}`).toEqual([]);
    expect
      .soft(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name} ${size.width} fits`)
      .toBe(true);
  }
}

test('rating an answer, and a clock that a hearing stopped, can be read by everyone', async () => {
  const title = '机井坏了五天没人修';
  const path = await send(title);
  const { answers, step } = await roadOf(path);
  for (const [action, input] of [['accept'], ['answer', OPINION]] as const) await step(action, input);
  const resident = await visit(browser, stack);
  await lookUp(resident, answers.receipt, answers.code);
  await resident.page.locator('form[action*="/rate"] button').click();
  await resident.page.locator('input[name$=rating]').first().waitFor({ state: 'attached' });
  await sound(resident.page, 'rating');
  for (const [action, input] of [
    ['ask-review'],
    ['review', { note: NOTE }],
    ['ask-re-review'],
    ['hear', { note: NOTE }],
  ] as const)
    await step(action, input);
  await lookUp(resident, answers.receipt, answers.code);
  expect(await resident.page.innerText('main')).toContain('听证期间, 期限暂停');
  await sound(resident.page, 'paused, for the resident');
  await desk.open(path);
  expect(await desk.page.locator('.case-clock').innerText()).toContain('暂停');
  await sound(desk.page, 'paused, at the desk');
  await resident.close();
});

/** Each page as a phone and a desk show it, in both languages, with everything unfolded. */
async function readable({ page, open, faults }: Visit, pages: readonly string[]): Promise<void> {
  for (const place of pages) {
    for (const lang of ['', 'lang=en']) {
      await open(`${place}${place.includes('?') ? '&' : '?'}${lang}`);
      for (const folded of await page.locator('main summary').all()) await folded.click();
      for (const size of [PHONE, DESKTOP]) {
        await page.setViewportSize(size);
        const name = `${place} ${lang} ${size.width}`;
        expect.soft(await violationsOn(page), name).toEqual([]);
        expect
          .soft(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name} fits`)
          .toBe(true);
      }
    }
  }
  expect(faults).toEqual([]);
}

test('the pages of a case can be read by everyone, on a phone and at a desk, in both languages', async () => {
  const [answered = '', today = ''] = paths;
  await readable(desk, [
    '/staff/cases',
    '/staff/cases?view=all',
    '/staff/search?q=gone',
    answered,
    today,
    `${today}/accept`,
    `${today}/refuse`,
    `${today}/recuse`,
    '/staff/tasks',
    '/staff/witness',
    '/staff/export?view=open',
    `${today}/assign`,
  ]);
});

test('who stepped back stands on the page of recusals, and the page that takes it back can be read by everyone', async () => {
  const [, , path = ''] = paths;
  const { account } = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  const { rows } = await stack.db.execute('SELECT id FROM cases WHERE lower(receipt) = ?', [
    path.split('/').at(-1) ?? '',
  ]);
  const verbs = toolsOf(tools.db, { ring: tools.ring, clock: tools.clock });
  const said = { by: 'staff:feng', account: account.id, remark: '来信人是他的表兄。(示例)' } as const;
  expect(await recuse(verbs, { caseId: rows[0]?.['id'] as string, ...said })).toMatchObject({ ok: true });
  const county = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  await enrolByHand(county, (await invite(tools, 'county-clerk', { site: 'wanrong' })).path);
  await readable(county, [`${path}/recuse`, `${path}/recuse/${account.id}`]);
  await county.close();
});

test('while a case stays open a colleague who comes shows on it by script, and leaving is said at once', async () => {
  const page = await desk.page.context().newPage();
  await page.clock.install();
  const path = paths[3] ?? '';
  const receipt = path.split('/').at(-1) ?? '';
  const { account } = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  await page.goto(path);
  await stack.db.execute({
    sql: `INSERT INTO case_presences (case_id, account_id, page, doing, at)
      SELECT id, ?, 'page-2', 'writing', ? FROM cases WHERE lower(receipt) = ?`,
    args: [account.id, Date.now(), receipt],
  });
  await page.clock.runFor(30_000);
  await page.getByText(`${account.name} 正在写这件`).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.goto('/staff');
  const left = async () => {
    const sql = `SELECT count(*) AS n FROM case_presences p JOIN cases c ON c.id = p.case_id
      WHERE lower(c.receipt) = ? AND p.account_id <> ?`;
    return (await stack.db.execute({ sql, args: [receipt, account.id] })).rows[0]?.['n'];
  };
  await expect.poll(left, { timeout: 30_000 }).toBe(0);
  await page.close();
});
