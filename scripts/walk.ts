import { mkdir, rm } from 'node:fs/promises';
import { startBrowser } from '../test/harness/browser.ts';
import { startStack } from '../test/harness/stack.ts';
import { walkThrough } from '../test/harness/walk.ts';
import { stopChildren } from './children.ts';
import { fromRoot } from './root.ts';
import { runMain } from './stop.ts';
import { BUILT_WORKER, buildWorker } from './wrangler.ts';

const FOLDER = fromRoot('docs', 'walk');

/** `npm run walk`: one petition's whole road in a browser, a picture at each stop; every person in it is invented. */
await runMain(async () => {
  try {
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    await buildWorker(BUILT_WORKER);
    const [stack, browser] = await Promise.all([startStack(), startBrowser()]);
    const { receipt } = await walkThrough(stack, browser, async ({ name, page }) => {
      await page.screenshot({ path: `${FOLDER}/${name}.jpg`, type: 'jpeg', quality: 70, fullPage: true });
      console.log(`✓ ${name}`);
    });
    console.log(receipt);
    await browser.close();
    await stack.stop();
  } finally {
    await stopChildren();
  }
});
process.exit();
