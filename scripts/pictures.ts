import { mkdir } from 'node:fs/promises';
import { petitionBody } from '../test/harness/bodies.ts';
import { startBrowser } from '../test/harness/browser.ts';
import { answerByMouse, fillByMouse, nextByMouse, sendByMouse, shownStep } from '../test/harness/by-mouse.ts';
import { clientOf, mailFor } from '../test/harness/client.ts';
import { enrolByHand } from '../test/harness/enrol-by-hand.ts';
import { readReceipt } from '../test/harness/receipt-page.ts';
import { lookUp, petitionAnswers } from '../test/harness/send-petition.ts';
import { invite, staffToolsOf } from '../test/harness/staff.ts';
import { startStack } from '../test/harness/stack.ts';
import { visit } from '../test/harness/visit.ts';
import { stopChildren } from './children.ts';
import { fromRoot } from './root.ts';
import { runMain } from './stop.ts';
import { BUILT_WORKER, buildWorker } from './wrangler.ts';

/** In a local run this number refuses every message (src/notify/magic.ts). */
const contact = { name: '李某芳(示例)', phone: '15400000904' };

const FOLDER = fromRoot('docs', 'pictures');

/** `npm run pictures`: the README's pictures, as a small phone shows the pages; every person in them is invented. */
async function takePictures(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await buildWorker(BUILT_WORKER);
  const [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  const phone = await visit(browser, stack, { viewport: { width: 360, height: 850 }, deviceScaleFactor: 2 });
  const { page, open } = phone;
  const take = async (name: string) => {
    // From the top, and no ring around what was touched last.
    await page.locator('body').evaluate((body) => {
      body.ownerDocument.activeElement?.blur();
      body.ownerDocument.defaultView.scrollTo(0, 0);
    });
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
  };

  await open('/wanrong/petition');
  await answerByMouse(shownStep(page), petitionAnswers);
  await nextByMouse(page);
  await answerByMouse(shownStep(page), petitionAnswers);
  await take('form');
  await fillByMouse(page, petitionAnswers);
  await sendByMouse(page);
  const { number } = await readReceipt(page);
  await take('receipt');
  await mailFor(stack, number);
  await open('/dev/mailbox');
  await take('message');

  // What did not arrive, as the sender, the desk and the case tell of it.
  const { receipt, code } = (await clientOf(stack).post('petitions', petitionBody({ station: 'gaocun' }, { contact })))
    .body as { receipt: string; code: string };
  await stack.scheduled();
  await lookUp(phone, receipt, code);
  await page.locator('.ledger').scrollIntoViewIfNeeded();
  await page.screenshot({ path: `${FOLDER}/ledger-sender.png` });
  const staff = staffToolsOf(stack);
  const clerk = await invite(staff, 'station-clerk', { site: 'wanrong', station: 'gaocun' });
  const desk = await visit(browser, { ...stack, url: stack.staffUrl }, { viewport: { width: 1000, height: 620 } });
  await enrolByHand(desk, clerk.path);
  for (const [name, path] of [
    ['task', '/staff/tasks'],
    ['ledger-staff', `/staff/cases/${receipt.toLowerCase()}`],
  ] as const) {
    await desk.open(path);
    await desk.page.locator(name === 'task' ? '.task' : '.ledger').scrollIntoViewIfNeeded();
    await desk.page.screenshot({ path: `${FOLDER}/${name}.png` });
  }
  staff.db.close();
  await browser.close();
  await stack.stop();
}

await runMain(async () => {
  try {
    await takePictures();
  } finally {
    await stopChildren();
  }
});
process.exit();
