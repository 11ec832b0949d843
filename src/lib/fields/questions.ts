import { say, type Lang } from '../words.ts';
import type { Control, Field } from './field.ts';
import type { Fields, List, Node } from './group.ts';

/** A field as a caller needs it to draw the question. */
export interface Question {
  /** Dotted from the body's root; for the `items` of a list, from the item. */
  path: string;
  label: string;
  hint?: string;
  type: Control | 'list';
  /** Whether a body without it is refused. Inside a part that may be left out (`payment`) nothing is. */
  required: boolean;
  min?: number;
  max?: number;
  options?: { value: string; label: string; hint?: string }[];
  items?: Question[];
}

/** All questions of a body in their order, groups laid flat. */
export function questionsOf(fields: Fields, lang: Lang, at = '', asked = true): Question[] {
  return Object.entries(fields).flatMap(([key, node]) => questionsOfNode(node, at + key, lang, asked && node.required));
}

function questionsOfNode(node: Node, path: string, lang: Lang, required: boolean): Question[] {
  if (node.is === 'group') return questionsOf(node.fields, lang, `${path}.`, required);
  return [node.is === 'list' ? questionOfList(node, path, lang) : questionOfField(node, path, lang, required)];
}

const questionOfList = ({ label, max, fields }: List, path: string, lang: Lang): Question => ({
  path,
  label: say(label, lang),
  type: 'list',
  required: false,
  max,
  items: questionsOf(fields, lang),
});

const questionOfField = (
  { label, hint, control, min, max, options }: Field,
  path: string,
  lang: Lang,
  required: boolean,
): Question => ({
  path,
  label: say(label, lang),
  ...(hint && { hint: say(hint, lang) }),
  type: control,
  required,
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  ...(options && {
    options: options.map((option) => ({
      value: option.value,
      label: say(option.label, lang),
      ...(option.hint && { hint: say(option.hint, lang) }),
    })),
  }),
});
