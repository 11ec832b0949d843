import type { Words } from '../lib/words.ts';

/** A text to begin with: what it fills in, by the names of what its action asks. */
export interface AnswerTemplate {
  id: string;
  label: Words;
  action: string;
  /** Of these categories and topics only; absent: of any. */
  only?: readonly string[];
  topics?: readonly string[];
  /** Always Chinese, as the officer sends it. `{日期}` and the like are for the officer to fill in. */
  fills: Readonly<Record<string, string>>;
}

/** What is known of a case, and put in for the officer. */
export interface KnownOfCase {
  receipt: string;
  title: string;
  topic: string | null;
  category: string | null;
  /** In words. */
  today: string;
}

/** The templates for an action in a case, those made for its topic first. Pure. */
export function templatesFor(
  templates: readonly AnswerTemplate[],
  action: string,
  { topic, category }: Pick<KnownOfCase, 'topic' | 'category'>,
): readonly AnswerTemplate[] {
  const fitting = templates.filter(
    ({ action: own, only, topics }) =>
      own === action &&
      (only === undefined || (category !== null && only.includes(category))) &&
      (topics === undefined || (topic !== null && topics.includes(topic))),
  );
  return fitting.toSorted((a, b) => Number(b.topics !== undefined) - Number(a.topics !== undefined));
}

/** What a template fills in for a case; what nobody knows yet stays in braces. Pure. */
export const filledFor = ({ fills }: AnswerTemplate, known: KnownOfCase): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fills).map(([name, text]) => [
      name,
      text.replaceAll('{编号}', known.receipt).replaceAll('{标题}', known.title).replaceAll('{今天}', known.today),
    ]),
  );
