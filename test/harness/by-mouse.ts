import type { Locator, Page } from 'playwright-core';
import type { FormCase } from './form-pages.ts';

type Answers = FormCase['answers'];

/** The step one sees, where there is script. */
export const shownStep = (page: Page): Locator => page.locator('[data-step]:not([hidden])');

/** Answers every question of `within` that there is an answer for, by finger. */
export async function answerByMouse(within: Locator, answers: Answers): Promise<void> {
  const asked = await within
    .locator('[name]:not([type="hidden"])')
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute('name')));
  for (const [name, values] of answers) {
    if (asked.includes(name)) await answerOne(within, within.locator(`[name="${name}"]:not([type="hidden"])`), values);
  }
}

async function answerOne(within: Locator, inputs: Locator, values: readonly string[]): Promise<void> {
  const first = inputs.first();
  const type = await first.evaluate((input) => String(input.type));
  if (type === 'select-one') await first.selectOption([...values]);
  else if (type !== 'radio' && type !== 'checkbox') await first.fill(values[0] ?? '');
  else {
    const offered = await inputs.evaluateAll((all: { id: string; value: string }[]) =>
      all.map(({ id, value }) => ({ id, value })),
    );
    for (const [index, { id, value }] of offered.entries()) {
      if (values.includes(value) === (await inputs.nth(index).isChecked())) continue;
      await within.locator(`label[for="${id}"]`).click();
    }
  }
}

/** Presses "next" and waits for the step after. */
export async function nextByMouse(page: Page): Promise<void> {
  const id = await shownStep(page).getAttribute('data-step');
  await shownStep(page).locator('.turn .button:not(.quiet)').click();
  await page.waitForSelector(`[data-step]:not([hidden]):not([data-step="${id}"])`);
}

/** Goes through all steps to the answers to check; gives the counter of each step as read. */
export async function fillByMouse(page: Page, answers: Answers): Promise<string[]> {
  const counters: string[] = [];
  for (;;) {
    const step = shownStep(page);
    counters.push(await step.locator('.counter').innerText());
    if ((await step.getAttribute('data-step')) === 'check') return counters;
    await answerByMouse(step, answers);
    await nextByMouse(page);
  }
}

export async function sendByMouse(page: Page): Promise<void> {
  await page.locator('[data-send]').last().click();
  await page.waitForURL(/\/receipt\//);
}
