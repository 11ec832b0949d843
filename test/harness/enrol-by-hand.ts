import { digitsOf, secretOn } from './staff.ts';
import type { Visit } from './visit.ts';

/**
 * Follows an enrol link in a browser and types what the phone shows, up to the page of recovery codes. The digits of now:
 * should their 30 seconds end on the way, they still count.
 */
export async function enrolByHand({ page, open }: Pick<Visit, 'page' | 'open'>, path: string): Promise<void> {
  await open(path);
  await page.locator('input[name=code]').fill(await digitsOf(secretOn(await page.content())));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '请保存备用码' }).waitFor();
}
