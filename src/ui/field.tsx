import type { FC } from 'hono/jsx';
import { form } from '../i18n/form.ts';
import type { Control } from '../lib/fields/index.ts';
import { say } from '../lib/words.ts';
import { Choice, Choices, Select, Tick, YesNo } from './picks.tsx';
import { checks, idOf, sentenceOf, type Question } from './question.ts';
import { LongText, Money, OneLine } from './typed.tsx';

/** More options than this are easier in a drop-down than as buttons. */
const MOST_BUTTONS = 8;

const controls: Record<Control, FC<Question>> = {
  text: OneLine,
  longtext: LongText,
  choice: Choice,
  choices: Choices,
  yesno: YesNo,
  tick: Tick,
  integer: OneLine,
  money: Money,
  phone: OneLine,
  email: OneLine,
  identifier: OneLine,
};

function drawn({ field }: Question): FC<Question> {
  const many = field.long || (field.options?.length ?? 0) > MOST_BUTTONS;
  return field.control === 'choice' && many ? Select : controls[field.control];
}

/** Several inputs answer one question: they stand in a fieldset, named by its legend. */
const GROUPED = new Set<FC<Question>>([Choice, Choices, YesNo]);

/** One question: label, hint, error, input. The input's name and id come from its path. */
export const FieldView: FC<Question> = (question) => {
  const Control = drawn(question);
  const { field, path, problem } = question;
  const box = {
    class: problem ? 'field wrong' : 'field',
    'data-field': path,
    'data-only-if': field.onlyIf && `${field.onlyIf.path}=${field.onlyIf.value}`,
    'data-unless': field.unless && `${field.unless.path}=${field.unless.value}`,
    'data-ticked-when': field.tickedWhen && `${field.tickedWhen.path}=${field.tickedWhen.value}`,
    ...checks(question),
  };
  if (Control === Tick) {
    return (
      <div {...box}>
        <Told question={question} />
        <Tick {...question} />
      </div>
    );
  }
  if (GROUPED.has(Control)) {
    return (
      <fieldset {...box}>
        <legend class="label">
          <Label question={question} />
        </legend>
        <Told question={question} />
        <Control {...question} />
      </fieldset>
    );
  }
  return (
    <div {...box}>
      <label class="label" for={idOf(path)}>
        <Label question={question} />
      </label>
      <Told question={question} />
      <Control {...question} />
    </div>
  );
};

const Label: FC<{ question: Question }> = ({ question: { field, lang } }) => (
  <>
    {say(field.label, lang)}
    {!field.required && !field.blank && <span class="optional"> ({say(form.optional, lang)})</span>}
  </>
);

const Told: FC<{ question: Question }> = ({ question }) => {
  const { field, path, lang } = question;
  const error = sentenceOf(question);
  return (
    <>
      {field.hint && (
        <p class="hint" id={`${idOf(path)}-hint`}>
          {say(field.hint, lang)}
        </p>
      )}
      {error && (
        <p class="error" id={`${idOf(path)}-error`}>
          <span class="unseen">{say(form.error, lang)}: </span>
          {error}
        </p>
      )}
    </>
  );
};
