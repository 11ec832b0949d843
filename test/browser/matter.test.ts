import { expect, test } from 'vitest';
import { petitionBody } from '../harness/bodies.ts';
import { violationsOn } from '../harness/axe.ts';
import { DESKTOP, PHONE, startBrowser } from '../harness/browser.ts';
import { clientOf } from '../harness/client.ts';
import { invite, staffToolsOf } from '../harness/staff.ts';
import { enrolByHand } from '../harness/enrol-by-hand.ts';
import { startStack } from '../harness/stack.ts';
import { visit } from '../harness/visit.ts';

test('a bundle and two texts side by side have no fault that axe finds, at both widths', async () => {
  const [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  const tools = staffToolsOf(stack);
  const send = async (title: string, body: string, phone: string) => {
    const contact = { name: '畅某霞(示例)', phone, address: '万荣县高村镇沟东(示例)' };
    const answers = { station: 'gaocun', category: 'request', topic: 'irrigation', title, body };
    const { receipt } = (await clientOf(stack).post('petitions', petitionBody(answers, { contact }))).body as Record<
      string,
      string
    >;
    return receipt?.toLowerCase() ?? '';
  };
  const canal = '我们村北头那条支渠塌了有二三十米,今年放水到不了我们这几块地。';
  const lead = await send('村北支渠塌了一段,地浇不上', canal, '15400000011');
  const member = await send(
    '请修一下村北的渠',
    `渠塌了,水放不下来。塌的地方离路近,娃娃放学从边上走,危险,修以前能不能先拦一下。`,
    '15400000012',
  );
  await send('渠道损坏浇不了地', `支渠塌了一大截,水过不来,这几块地浇不上。`, '15400000011');
  const clerk = await invite(tools, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  const { page, open } = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: DESKTOP });
  await enrolByHand({ page, open }, clerk.path);
  await open(`/staff/cases/${member}/matter/${lead}`);
  const faults = await violationsOn(page);
  await page.getByRole('button', { name: '并案' }).click();
  await page.locator('#bundle').waitFor();
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    faults.push(...(await violationsOn(page)));
  }
  await open(`/staff/cases/${lead}/accept`);
  faults.push(...(await violationsOn(page)));
  expect(faults).toEqual([]);
  tools.db.close();
  await Promise.all([browser.close(), stack.stop()]);
});
