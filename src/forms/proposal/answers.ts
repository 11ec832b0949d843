import { choice, choices, longtext, optional, text } from '../../lib/fields/index.ts';
import { deputiesOf } from '../../liaison/index.ts';
import type { FormContext } from '../define.ts';
import { proposalWords as words } from './words.ts';

/** What a suggestion says. All of it is published in the end (代表法 51(3)), so nothing here is personal. */
export function proposalAnswers({ site }: FormContext) {
  const deputies = deputiesOf(site.id).map(({ id, name, post }) => ({
    value: id,
    label: { zh: `${name} ${post.zh}`, en: `${name} ${post.en}` },
  }));
  return {
    proposer: choice({ label: words.proposer, hint: words.proposerHint, options: deputies, long: true }),
    title: text({ label: words.title, hint: words.titleHint, min: 6, max: 60, example: '关于修复村北支渠的建议' }),
    reason: longtext({ label: words.reason, hint: words.reasonHint, min: 6, max: 300 }),
    problem: longtext({ label: words.problem, hint: words.problemHint, min: 10, max: 2000 }),
    asks: longtext({ label: words.asks, hint: words.asksHint, min: 6, max: 2000 }),
    cosigners: optional(choices({ label: words.cosigners, hint: words.cosignersHint, options: deputies })),
  };
}

/** The paragraphs of what was typed, or the asks, one a line; their own numbers are taken off. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
export const asksOf = (text: string): string[] =>
  linesOf(text).map((line) =>
    line.replace(/^(?:[0-9\uFF10-\uFF19]{1,2}|[一二三四五六七八九十]{1,2})[、..)](?!\d)\s*/u, ''),
  );
