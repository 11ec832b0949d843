import type { FC } from 'hono/jsx';
import { say, type Lang, type Words } from '../../lib/words.ts';

interface LookUpLine {
  name: 'receipt' | 'code';
  label: Words;
  hint: Words;
  value?: string;
  id: string;
  lang: Lang;
  digits?: boolean;
}

/** One line to type a number or code into, large and without a keyboard's help. */
export const Line: FC<LookUpLine> = ({ name, label, hint, value, id, lang, digits }) => (
  <div class="field">
    <label class="label" for={id}>
      {say(label, lang)}
    </label>
    <p class="hint" id={`${id}-hint`}>
      {say(hint, lang)}
    </p>
    <input
      type="text"
      id={id}
      name={name}
      value={value}
      autocomplete="off"
      autocapitalize="characters"
      inputmode={digits ? 'numeric' : 'text'}
      aria-describedby={`${id}-hint`}
      required
    />
  </div>
);
