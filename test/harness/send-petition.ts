import { fillByMouse, sendByMouse } from './by-mouse.ts';
import type { Visit } from './visit.ts';

/** A petition that is in order, as typed. */
export const petitionAnswers: ReadonlyMap<string, readonly string[]> = new Map([
  ['answers.category', ['suggestion']],
  ['answers.topic', ['roads']],
  ['answers.title', ['村东头路灯不亮']],
  ['answers.body', ['村东头三盏路灯灭了快一个月, 晚上老人出门看不见。']],
  ['contact.name', ['李某芳(示例)']],
  ['contact.phone', ['15400000001']],
  ['consent.privacy', ['true']],
]);

/** Fills and sends a petition; the visit is on its receipt then. */
export async function sendPetition({ page, open }: Visit, path = '/wanrong/petition', answers = petitionAnswers) {
  await open(path);
  await fillByMouse(page, answers);
  await sendByMouse(page);
}

/** Opens the look-up page and asks for a case. */
export async function lookUp({ page, open }: Visit, number: string, code: string, path = '/wanrong/status') {
  await open(path);
  await page.fill('#receipt', number);
  await page.fill('#code', code);
  await page.click('[data-send] >> nth=0');
  await page.waitForSelector('.timeline, .notice.bad');
}
