import type { Browser, Page } from 'playwright-core';
import { DESKTOP, PHONE } from './browser.ts';
import { readReceipt } from './receipt-page.ts';
import { lookUp, petitionAnswers, sendPetition } from './send-petition.ts';
import { invite, staffToolsOf } from './staff.ts';
import { enrolByHand } from './enrol-by-hand.ts';
import type { Stack } from './stack.ts';
import { visit, type Visit } from './visit.ts';
import type { Reach, RoleId } from '../../src/staff/roles.ts';

/** A stop of the walk: what one sees there, and who is at the screen. */
export interface Stop {
  name: string;
  page: Page;
}

const TITLE = '村北支渠塌了一段,地浇不上';

/** A request with an address, as the sender types it. */
const answers: ReadonlyMap<string, readonly string[]> = new Map([
  ...petitionAnswers,
  ['answers.category', ['request']],
  ['answers.topic', ['irrigation']],
  ['answers.title', [TITLE]],
  ['answers.body', ['我们村北头那条支渠塌了有二三十米, 今年放水到不了我们这几块地, 请给看看能不能修。']],
  ['answers.station', ['gaocun']],
  ['contact.address', ['万荣县高村镇东坡村(示例)']],
]);

const said = {
  returned: '这段支渠属镇里管护, 不归我局, 请县里重新确定。(示例)',
  decided: '县里定: 由县水利局主办, 高村镇政府协办, 不再退回。(示例)',
  later: '管材到货推迟, 修复要多 20 天, 进展随时告诉您。(示例)',
  claims: '请求修复村北支渠。',
  facts: '经现场查看, 支渠塌 27 米, 情况属实。',
  opinion: '列入本年度末级渠道修复, 三十日内修好, 修好以前先围挡。(示例)',
  basis: '《信访工作条例》第三十二条。',
  reviewed: '复查认为处理意见事实清楚, 维持原意见, 并督促按期完工。(示例)',
};

/** Somebody of the county at a desk, signed in by an enrol link. */
async function atDesk(
  browser: Browser,
  stack: Stack,
  role: RoleId,
  reach: Partial<Reach>,
): Promise<Visit & { take(path: string, action: string, typed: Record<string, string>): Promise<void> }> {
  const tools = staffToolsOf(stack);
  const { path } = await invite(tools, role, { site: 'wanrong', ...reach });
  tools.db.close();
  const desk = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  const { page, open } = desk;
  await enrolByHand({ page, open }, path);
  return {
    ...desk,
    async take(casePath, action, typed) {
      await open(casePath);
      await page.getByRole('link', { name: action, exact: true }).click();
      for (const [name, value] of Object.entries(typed)) {
        const input = page.locator(`[name="${name}"]`);
        if ((await input.first().getAttribute('type')) === 'radio')
          await page
            .locator(`label[for="${await page.locator(`[name="${name}"][value="${value}"]`).getAttribute('id')}"]`)
            .click();
        else await input.fill(value);
      }
      const at = page.url();
      await page.locator('main form[method=post] button.button').last().click();
      await page.waitForURL((url) => url.href !== at);
    },
  };
}

/**
 * From a resident's petition through return, extension, answer, review and closing, every step by hand in a browser; `see`
 * is called where there is something to look at.
 */
export async function walkThrough(
  stack: Stack,
  browser: Browser,
  see: (stop: Stop) => Promise<void>,
): Promise<{ receipt: string; faults: string[] }> {
  const phone = await visit(browser, stack, { viewport: PHONE });
  await sendPetition(phone, '/wanrong/petition', answers);
  const { number, code } = await readReceipt(phone.page);
  await see({ name: '01-receipt', page: phone.page });
  const path = `/staff/cases/${number.toLowerCase()}`;

  const clerk = await atDesk(browser, stack, 'station-clerk', { station: 'gaocun' });
  await clerk.open('/staff/cases');
  await see({ name: '02-inbox', page: clerk.page });
  await clerk.take(path, '登记', {});
  await clerk.take(path, '交办', { lead: '县水利局', withinDays: '10' });
  await see({ name: '03-assigned', page: clerk.page });

  const water = await atDesk(browser, stack, 'department-handler', { department: '县水利局' });
  await water.take(path, '申请退回', { remark: said.returned });
  const county = await atDesk(browser, stack, 'county-clerk', {});
  await county.open(path);
  await see({ name: '04-returned', page: county.page });
  await county.take(path, '交办', { lead: '县水利局', with: '高村镇政府', withinDays: '15', remark: said.decided });
  await county.take(path, '受理', {});
  await water.take(path, '申请延期', { moreDays: '20', note: said.later, approvedBy: '局长 某某(示例)' });
  await see({ name: '05-extended', page: water.page });
  const { claims, facts, basis } = said;
  await water.take(path, '答复', { outcome: 'supported', claims, facts, note: said.opinion, basis });
  await see({ name: '06-answered', page: water.page });

  await lookUp(phone, number, code);
  await see({ name: '07-resident-reads', page: phone.page });
  await phone.page.getByRole('button', { name: '申请复查' }).click();
  await phone.page.locator('[data-send]').first().click();
  await phone.page.waitForSelector('.timeline');
  await see({ name: '08-review-asked', page: phone.page });
  await county.take(path, '复查答复', { facts, note: said.reviewed, basis });
  await county.take(path, '办结', {});
  await see({ name: '09-closed', page: county.page });
  await lookUp(phone, number, code);
  await see({ name: '10-resident-at-the-end', page: phone.page });

  const everybody = [phone, clerk, water, county];
  const faults = everybody.flatMap((one) => one.faults);
  await Promise.all(everybody.map((one) => one.close()));
  return { receipt: number, faults };
}
