import type { Page } from 'playwright-core';
import { shownStep } from './by-mouse.ts';
import type { FormCase } from './form-pages.ts';

type Answers = FormCase['answers'];

/** Longer than any page of ours takes. */
const MOST_TABS = 60;

/** The thing with the focus: what it is, and whether one sees that it has the focus. */
async function focused(page: Page) {
  return page.locator(':focus').evaluate((active) => {
    // The drawn box around a picked option carries the ring for the input, which lies unseen over it.
    const ringed = active.closest('.pick, .card') ?? active;
    const { outlineStyle, outlineWidth } = active.ownerDocument.defaultView.getComputedStyle(ringed);
    return {
      value: String(active.value ?? ''),
      type: String(active.type ?? ''),
      what: `${active.tagName} ${active.name || active.textContent.trim()}`,
      seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3,
    };
  });
}

/** Tabs on until the thing is reached that `selector` names; throws where the focus cannot be seen on the way. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const { what, seen } = await focused(page);
    if (!seen) throw new Error(`nobody sees that the focus is on ${what}`);
    if ((await page.locator(`:focus:is(${selector})`).count()) > 0) return;
  }
  throw new Error(`${selector} is not reached within ${MOST_TABS} tabs`);
}

/** Answers the questions of the shown step in their order, then presses "next" by Enter. */
export async function answerByKeyboard(page: Page, answers: Answers): Promise<void> {
  const names = await shownStep(page)
    .locator('input:not([type="hidden"]), select, textarea')
    .evaluateAll((inputs) => inputs.map((input) => String(input.name)));
  for (const name of new Set(names)) {
    const values = answers.get(name);
    if (values) await answerOne(page, name, values);
  }
}

async function answerOne(page: Page, name: string, values: readonly string[]): Promise<void> {
  const input = `[name="${name}"]`;
  await tabTo(page, input);
  const { type } = await focused(page);
  if (type === 'radio') return pickByArrows(page, values[0] ?? '');
  if (type === 'select-one') return chooseByArrows(page, values[0] ?? '');
  if (type !== 'checkbox') return page.keyboard.insertText(values[0] ?? '');
  for (const [index, value] of values.entries()) {
    if (index > 0 || (await focused(page)).value !== value) await tabTo(page, `${input}[value="${value}"]`);
    await page.keyboard.press('Space');
  }
}

async function pickByArrows(page: Page, value: string): Promise<void> {
  await page.keyboard.press('Space');
  for (let tries = 0; tries < MOST_TABS && (await focused(page)).value !== value; tries += 1) {
    await page.keyboard.press('ArrowDown');
  }
}

async function chooseByArrows(page: Page, value: string): Promise<void> {
  for (let tries = 0; tries < MOST_TABS && (await focused(page)).value !== value; tries += 1) {
    await page.keyboard.press('ArrowDown');
  }
}
