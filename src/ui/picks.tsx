import type { FC } from 'hono/jsx';
import { form } from '../i18n/form.ts';
import type { Option } from '../lib/fields/index.ts';
import { say } from '../lib/words.ts';
import { describedBy, idOf, type Question } from './question.ts';

const YES_NO: readonly Option[] = [
  { value: 'true', label: form.yes },
  { value: 'false', label: form.no },
];

function isPicked(value: unknown, option: string): boolean {
  if (Array.isArray(value)) return value.includes(option);
  return typeof value === 'boolean' ? String(value) === option : value === option;
}

interface Buttons {
  type: 'radio' | 'checkbox';
  options: readonly Option[];
  side?: boolean;
}

/** Options as large as a thumb; the first carries the id the error summary links to. */
const Picks: FC<Question & Buttons> = ({ type, options, side, ...question }) => {
  const { path, value, problem, lang } = question;
  const id = (index: number) => (index === 0 ? idOf(path) : `${idOf(path)}-${index + 1}`);
  return (
    <div class={side ? 'picks side' : 'picks'}>
      {options.map((option, index) => (
        <div class="pick">
          <input
            type={type}
            id={id(index)}
            name={path}
            value={option.value}
            checked={isPicked(value, option.value)}
            aria-labelledby={option.hint && `${id(index)}-name`}
            aria-describedby={
              [describedBy(question), option.hint && `${id(index)}-about`].filter(Boolean).join(' ') || undefined
            }
            aria-invalid={problem && type === 'checkbox' ? 'true' : undefined}
          />
          <label for={id(index)}>
            <span id={`${id(index)}-name`}>{say(option.label, lang)}</span>
            {option.hint && (
              <span class="hint" id={`${id(index)}-about`}>
                {say(option.hint, lang)}
              </span>
            )}
          </label>
        </div>
      ))}
    </div>
  );
};

export const Choice: FC<Question> = (question) => (
  <Picks {...question} type="radio" options={question.field.options ?? []} />
);

export const Choices: FC<Question> = (question) => (
  <Picks {...question} type="checkbox" options={question.field.options ?? []} />
);

export const YesNo: FC<Question> = (question) => <Picks {...question} type="radio" options={YES_NO} side />;

/** One box. Its label is the question, so it needs no legend. */
export const Tick: FC<Question> = ({ field, ...question }) => (
  <Picks {...question} field={field} type="checkbox" options={[{ value: 'true', label: field.label }]} />
);

export const Select: FC<Question> = (question) => {
  const { field, path, value, problem, lang } = question;
  return (
    <span class="select">
      <select
        id={idOf(path)}
        name={path}
        aria-describedby={describedBy(question)}
        aria-invalid={problem ? 'true' : undefined}
        aria-required={field.required ? 'true' : undefined}
        autocomplete={field.autocomplete}
      >
        <option value="" data-means={field.blank && ''}>
          {say(field.blank ?? form.choose, lang)}
        </option>
        {(field.options ?? []).map((option) => (
          <option value={option.value} selected={isPicked(value, option.value)}>
            {say(option.label, lang)}
          </option>
        ))}
      </select>
    </span>
  );
};
