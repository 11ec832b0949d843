import type { Page } from 'playwright-core';

/** What a resident reads off the receipt page. */
export async function readReceipt(page: Page) {
  const grouped = page.locator('.number .grouped');
  const picture = page.locator('.picture img');
  await picture.scrollIntoViewIfNeeded();
  await picture.evaluate(async (image) => image.decode());
  return {
    number: await grouped.first().innerText(),
    code: (await grouped.last().innerText()).replace(/\s/g, ''),
    next: await page.locator('.next').innerText(),
    mark: await page.locator('.mark').innerText(),
    text: await page.locator('.paper').innerText(),
    picture: {
      src: (await picture.getAttribute('src')) ?? '',
      width: await picture.evaluate((image) => Number(image.naturalWidth)),
    },
  };
}
