import type { FC } from 'hono/jsx';
import { form } from '../i18n/form.ts';
import { problemSentence } from '../i18n/problems.ts';
import type { Fields, List, Node, Problem } from '../lib/fields/index.ts';
import { say, type Lang } from '../lib/words.ts';
import { FieldView } from './field.tsx';
import { idOf, problemOf } from './question.ts';

interface Several {
  lang: Lang;
  /** What is known of the body so far, by key. */
  values?: unknown;
  problems?: readonly Problem[];
  /** Path of these fields, `answers.`; empty at the root. */
  at?: string;
}

const inside = (values: unknown, key: string | number): unknown =>
  typeof values === 'object' && values !== null ? Reflect.get(values, key) : undefined;

/** Questions in the order they are defined; a page picks the keys of one step by `Object.entries` or by hand. */
export const FieldsView: FC<Several & { fields: Fields }> = ({ fields, at = '', values, ...rest }) => (
  <>
    {Object.entries(fields).map(([key, node]) => (
      <NodeView node={node} path={at + key} value={inside(values, key)} {...rest} />
    ))}
  </>
);

type One = Omit<Several, 'values' | 'at'> & { path: string; value: unknown };

/** One node of a body at its path, whatever it is. */
export const NodeView: FC<One & { node: Node }> = ({ node, path, value, problems = [], lang }) => {
  if (node.is === 'list') return <ListView list={node} path={path} value={value} problems={problems} lang={lang} />;
  if (node.is === 'field') {
    return <FieldView field={node} path={path} value={value} problem={problemOf(problems, path)} lang={lang} />;
  }
  const questions = <FieldsView fields={node.fields} at={`${path}.`} values={value} problems={problems} lang={lang} />;
  if (!node.label) return questions;
  const own = problems.find((one) => one.path === path);
  return (
    <fieldset class={own ? 'together wrong' : 'together'} id={idOf(path)} data-item={node.required ? undefined : ''}>
      <legend>{say(node.label, lang)}</legend>
      {own && <p class="error">{problemSentence(own, node.label, lang)}</p>}
      {questions}
    </fieldset>
  );
};

/** Items already there, and a button that asks the server for one more (`name="add"`, the path as value). */
const ListView: FC<One & { list: List }> = ({ list, path, value, problems, lang }) => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const label = say(list.label, lang);
  return (
    <>
      {items.map((item, index) => (
        <fieldset class="together" id={idOf(`${path}.${index}`)} data-item>
          <legend>{say(form.item, lang, { label, n: index + 1 })}</legend>
          <FieldsView fields={list.fields} at={`${path}.${index}.`} values={item} problems={problems} lang={lang} />
        </fieldset>
      ))}
      {items.length < list.max && (
        <button
          class="button quiet"
          id={idOf(path)}
          name="add"
          value={path}
          formaction={`#${idOf(`${path}.${items.length}`)}`}
        >
          {say(form.addAnother, lang, { label })}
        </button>
      )}
    </>
  );
};
