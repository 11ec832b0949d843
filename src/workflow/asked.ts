import { readGroup, type Problem } from '../lib/fields/index.ts';
import type { Words } from '../lib/words.ts';
import type { Demand, Transition } from './define.ts';
import { isPart, parts } from './said.ts';

type Json = Record<string, unknown>;

/** `{日期}` and the like: what a template leaves for the officer to fill in. */
const BLANK = /\{\p{Script=Han}{1,12}\}/gu;

const unfilled = (blanks: readonly string[]): Words => ({
  zh: `还没有填好: ${blanks.join('、')}。请逐个填好。`,
  en: `Still to be filled in: ${blanks.join(', ')}. Put in what it is.`,
});

/** Reads what an action asks: each answer by its field, what one answer demands of others, and no blank left in words. */
export function readAsked({ asks = {}, demands = [] }: Pick<Transition, 'asks' | 'demands'>, raw: Json) {
  const { value, problems } = readGroup(asks, raw);
  const wrong = new Set(problems.map(({ path }) => path));
  const more = [...demands.flatMap((demand) => unmet(demand, value)), ...blanksIn(value)];
  return { value, problems: [...problems, ...more.filter(({ path }) => !wrong.has(path))] };
}

function unmet({ when, needs }: Demand, value: Json): Problem[] {
  if (!when.is.some((one) => one === value[when.answer])) return [];
  return Object.entries(needs).flatMap(([path, words]): Problem[] =>
    value[path] === undefined ? [{ path, code: 'field.required', words }] : [],
  );
}

const blanksIn = (value: Json): Problem[] =>
  Object.entries(value).flatMap(([path, text]): Problem[] => {
    if (!isPart(path) || parts[path].for !== 'sender' || typeof text !== 'string') return [];
    const blanks = [...new Set(text.match(BLANK))];
    return blanks.length === 0 ? [] : [{ path, code: 'field.invalid', words: unfilled(blanks) }];
  });
