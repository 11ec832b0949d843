import { mkdir } from 'node:fs/promises';
import { startBrowser } from '../test/harness/browser.ts';
import { answerByMouse, fillByMouse, nextByMouse, sendByMouse, shownStep } from '../test/harness/by-mouse.ts';
import { mailFor } from '../test/harness/client.ts';
import { readReceipt } from '../test/harness/receipt-page.ts';
import { petitionAnswers } from '../test/harness/send-petition.ts';
import { startStack } from '../test/harness/stack.ts';
import { visit } from '../test/harness/visit.ts';
import { stopChildren } from './children.ts';
import { fromRoot } from './root.ts';
import { runMain } from './stop.ts';
import { BUILT_WORKER, buildWorker } from './wrangler.ts';

const FOLDER = fromRoot('docs', 'pictures');

/** `npm run pictures`: the README's pictures, as a small phone shows the pages; every person in them is invented. */
async function takePictures(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await buildWorker(BUILT_WORKER);
  const [stack, browser] = await Promise.all([startStack(), startBrowser()]);
  const { page, open } = await visit(browser, stack, { viewport: { width: 360, height: 850 }, deviceScaleFactor: 2 });
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
