import { refuse, type Refusal } from '../../errors.ts';
import type { FormContext, FormKind, Json } from '../../forms/define.ts';
import { nodeAt, readForm, type Fields } from '../../lib/fields/index.ts';

/** What the path of a form's page says: `raw` is fixed in the body, `meant` the draft, measure or campaign. */
export interface Subject {
  raw: Json;
  meant?: string;
}

/** What the path fixes in the body (`/drafts/{id}`), or why there is no such page. */
export function subjectOf(
  form: FormKind,
  context: FormContext,
  id: string | undefined,
): Subject | { refusal: Refusal } {
  const { subject } = form.page;
  if (!subject) return id === undefined ? { raw: {} } : { refusal: refuse('route.unknown') };
  const meant = id ?? subject.unnamed?.(context);
  if (meant === undefined || !subject.known(context, meant)) return { refusal: refuse(subject.unknown) };
  const [group = '', key = ''] = subject.path.split('.');
  return { raw: { [group]: { [key]: meant } }, meant };
}

/** What was typed, with what is fixed in its place. */
export const merge = (typed: Json, fixed: Json): Json => {
  const merged = { ...typed };
  for (const [key, value] of Object.entries(fixed)) merged[key] = { ...(typed[key] as Json), ...(value as Json) };
  return merged;
};

/** The answers in a posted form. Read twice: which questions there are may follow from the answers themselves. */
export function postedAnswers(form: FormKind, context: FormContext, fixed: Json, posted: FormData): Json {
  const first = merge(readForm(form.fields(context, fixed), posted), fixed);
  return merge(readForm(form.fields(context, first), posted), fixed);
}

/** A posted text that is not empty. */
export function postedField(posted: FormData, name: string): string | undefined {
  const value = posted.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The answers with one more, still empty, item in a list that may grow. */
export function withOneMore(fields: Fields, raw: Json, path: string): Json {
  const node = nodeAt(fields, path);
  const [group = '', key = ''] = path.split('.');
  if (node?.is !== 'list') return raw;
  const inner = (raw[group] ?? {}) as Json;
  const items = Array.isArray(inner[key]) ? inner[key] : [];
  return items.length < node.max ? { ...raw, [group]: { ...inner, [key]: [...items, {}] } } : raw;
}
