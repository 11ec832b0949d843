import { expect, test } from 'vitest';
import { wanrongPetitions } from '../../../demo/cases/wanrong.ts';
import { oddSentences, sentencesOf } from '../../../src/cases/matter/sentences.ts';

const told = (ref: string): string => {
  const answers = wanrongPetitions.find((one) => one.ref === ref)?.body['answers'];
  const { title, body } = (answers ?? {}) as Record<string, string>;
  return `${title}。${body}`;
};
const textOf = (ref: string): string => told(ref).split('。').slice(1).join('。');

test('the sentence that only one of three filings says stays visible', () => {
  expect(oddSentences(textOf('W03'), [told('W01'), told('W02')])).toEqual([
    '还有一点,塌的地方离路近,娃娃放学从边上走,危险,修以前能不能先拦一下。',
  ]);
});

test('what the others say as well is not odd, and alone everything is', () => {
  expect(oddSentences(textOf('W02'), [told('W02')])).toEqual([]);
  expect(oddSentences(textOf('W02'), [])).toEqual(sentencesOf(textOf('W02')));
});

test('a text is parted at its full stops; greetings and empty lines are none', () => {
  expect(sentencesOf('您好!渠塌了,水过不来。\n\n谢谢。请先拦一下;')).toEqual(['渠塌了,水过不来。', '请先拦一下;']);
});
