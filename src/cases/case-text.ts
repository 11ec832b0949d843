import { kindByName } from '../forms/index.ts';
import type { FormContext, Json } from '../forms/define.ts';
import type { Node } from '../lib/fields/index.ts';
import { jsonOf } from './stored.ts';
import type { CaseRow } from './tables.ts';

const WRITTEN: readonly string[] = ['text', 'longtext'];

/** What somebody wrote in answer to a question, itself or in its groups and lists; codes and sealed answers are none. */
function writtenIn(node: Node, answer: unknown): string[] {
  if (node.is === 'field') {
    return WRITTEN.includes(node.control) && node.sealed !== true && typeof answer === 'string' ? [answer] : [];
  }
  const items = node.is === 'list' && Array.isArray(answer) ? answer : [answer];
  return items.flatMap((item: unknown) =>
    typeof item === 'object' && item !== null
      ? Object.entries(node.fields).flatMap(([name, inner]) => writtenIn(inner, (item as Json)[name]))
      : [],
  );
}

/** A case's title and whatever its sender wrote that stays open, each text once; what search reads and quotes. Pure. */
export function textsOf({ kind, title, answers }: Pick<CaseRow, 'kind' | 'title' | 'answers'>, context: FormContext) {
  const raw = jsonOf(answers);
  const node = kindByName(kind)?.fields(context, raw)['answers'];
  const written = node ? writtenIn(node, raw['answers']) : [];
  return { title, others: [...new Set(written)].filter((text) => text !== title) };
}
