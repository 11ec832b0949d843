import type { FC } from 'hono/jsx';
import { form } from '../i18n/form.ts';
import type { Control } from '../lib/fields/index.ts';
import { say } from '../lib/words.ts';
import { describedBy, idOf, type Question } from './question.ts';

const TYPES: Partial<Record<Control, string>> = { phone: 'tel', email: 'email' };
const KEYBOARDS: Partial<Record<Control, 'tel' | 'email' | 'numeric'>> = {
  phone: 'tel',
  email: 'email',
  integer: 'numeric',
};
const FILLED_IN: Partial<Record<Control, string>> = { phone: 'tel', email: 'email' };

const shown = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function attributes(question: Question) {
  const { field, path, problem } = question;
  return {
    id: idOf(path),
    name: path,
    'aria-describedby': describedBy(question),
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-required': field.required ? ('true' as const) : undefined,
    autocomplete: field.autocomplete ?? FILLED_IN[field.control],
    // Counted by the script and refused by the server in code points; maxlength would cut a pasted text in silence.
    'data-max': field.control === 'text' || field.control === 'longtext' ? field.max : undefined,
  };
}

/** Words, a number, a phone, an address: whatever fits one line. */
export const OneLine: FC<Question> = (question) => {
  const { field, value } = question;
  const short = field.control === 'integer' || (field.control !== 'text' && (field.max ?? 99) <= 20);
  const list = field.among && `${idOf(question.path)}-among`;
  return (
    <>
      <input
        {...attributes(question)}
        class={short ? 'short' : undefined}
        type={TYPES[field.control] ?? 'text'}
        inputmode={KEYBOARDS[field.control] ?? field.inputmode}
        list={list}
        value={shown(value)}
      />
      {list && (
        <datalist id={list}>
          {field.among?.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      )}
    </>
  );
};

export const LongText: FC<Question> = (question) => (
  // A line feed straight after the tag is dropped by the parser, so one is given away.
  <textarea {...attributes(question)} rows={6}>
    {`\n${shown(question.value)}`}
  </textarea>
);

/** Fen in the body, yuan on the page: a kept number is fen, a typed string is shown as typed. */
export const Money: FC<Question> = (question) => (
  <span class="money">
    <input
      {...attributes(question)}
      class="short"
      type="text"
      inputmode="decimal"
      value={typeof question.value === 'number' ? String(question.value / 100) : shown(question.value)}
    />
    <span class="unit">{say(form.yuan, question.lang)}</span>
  </span>
);
