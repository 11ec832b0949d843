import type { FC } from 'hono/jsx';
import { yuanWords } from '../eligibility/yuan.ts';
import { form as words } from '../i18n/form.ts';
import type { Fields, Node } from '../lib/fields/index.ts';
import { say, type Lang } from '../lib/words.ts';
import type { Json } from './define.ts';

interface Line {
  label: string;
  value: string;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers in the order of their questions, options by their words; staff read Chinese. */
export function lines(fields: Fields, answers: Json, lang: Lang = 'zh'): Line[] {
  return Object.entries(fields).flatMap(([key, node]) => {
    const value = answers[key];
    return value === undefined ? [] : linesOf(node, value, lang);
  });
}

function linesOf(node: Node, value: unknown, lang: Lang): Line[] {
  if (node.is === 'group') return isJson(value) ? lines(node.fields, value, lang) : [];
  if (node.is === 'list') {
    return Array.isArray(value) ? value.filter(isJson).flatMap((item) => lines(node.fields, item, lang)) : [];
  }
  const label = say(node.label, lang);
  const shown = (one: unknown): string => {
    const option = node.options?.find((candidate) => candidate.value === one);
    if (option) return say(option.label, lang);
    if (typeof one === 'boolean') return say(one ? words.yes : words.no, lang);
    return node.control === 'money' ? yuanWords(Number(one), lang) : String(one);
  };
  return [{ label, value: Array.isArray(value) ? value.map(shown).join(lang === 'zh' ? '、' : ', ') : shown(value) }];
}

/** The plain staff view: each question with its answer. A kind may set something before it. */
export const Lines: FC<{ fields: Fields; answers: Json; lang?: Lang }> = ({ fields, answers, lang }) => (
  <dl class="brief">
    {lines(fields, answers, lang).map(({ label, value }) => (
      <>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
);
