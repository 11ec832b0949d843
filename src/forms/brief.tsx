import type { FC } from 'hono/jsx';
import { yuanWords } from '../eligibility/yuan.ts';
import type { Fields, Node } from '../lib/fields/index.ts';
import { say } from '../lib/words.ts';
import type { Json } from './define.ts';

interface Line {
  label: string;
  value: string;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Answers in the order of their questions, options by their words; staff read Chinese. */
export function lines(fields: Fields, answers: Json): Line[] {
  return Object.entries(fields).flatMap(([key, node]) => {
    const value = answers[key];
    return value === undefined ? [] : linesOf(node, value);
  });
}

function linesOf(node: Node, value: unknown): Line[] {
  if (node.is === 'group') return isJson(value) ? lines(node.fields, value) : [];
  if (node.is === 'list') {
    return Array.isArray(value) ? value.filter(isJson).flatMap((item) => lines(node.fields, item)) : [];
  }
  const label = say(node.label, 'zh');
  const shown = (one: unknown): string => {
    const option = node.options?.find((candidate) => candidate.value === one);
    if (option) return say(option.label, 'zh');
    if (typeof one === 'boolean') return one ? '是' : '否';
    return node.control === 'money' ? yuanWords(Number(one), 'zh') : String(one);
  };
  return [{ label, value: Array.isArray(value) ? value.map(shown).join('、') : shown(value) }];
}

/** The plain staff view: each question with its answer. A kind may set something before it. */
export const Lines: FC<{ fields: Fields; answers: Json }> = ({ fields, answers }) => (
  <dl class="brief">
    {lines(fields, answers).map(({ label, value }) => (
      <>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
);
