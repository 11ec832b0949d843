import type { FC } from 'hono/jsx';
import type { StaffCase } from '../../cases/staff-view.ts';
import { filledFor, templatesFor, type AnswerTemplate, type KnownOfCase } from '../../forms/answer-template.ts';
import type { CaseKind } from '../../forms/define.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { templateWords as words } from '../../i18n/templates.ts';
import { say } from '../../lib/words.ts';
import type { View } from '../../ui/view.ts';
import { casePath } from './case-path.ts';

const knownOf = ({ row, today }: StaffCase): KnownOfCase => ({ ...row, today: dateInWords(today, 'zh') });

const offered = ({ templates = [] }: CaseKind, action: string, found: StaffCase): readonly AnswerTemplate[] =>
  templatesFor(templates, action, found.row);

/** What the template of an address fills in; nothing where it is none of this action in this case. */
export function filledBy(form: CaseKind, action: string, found: StaffCase, id: string | undefined) {
  const picked = offered(form, action, found).find((one) => one.id === id);
  return picked ? filledFor(picked, knownOf(found)) : {};
}

interface TemplatePicker {
  view: View;
  form: CaseKind;
  action: string;
  found: StaffCase;
  picked?: string;
}

/** Texts to begin with: a form of its own that fills the one below; with script at once, and nothing typed is lost. */
export const TemplatePicker: FC<TemplatePicker> = ({ view: { lang, elder }, form, action, found, picked }) => {
  const templates = offered(form, action, found);
  if (templates.length === 0) return null;
  return (
    <form method="get" action={`${casePath(found.row.receipt)}/${action}`} class="template" data-templates>
      {lang === 'en' && <input type="hidden" name="lang" value="en" />}
      {elder && <input type="hidden" name="elder" value="1" />}
      <label class="label" for="template">
        {say(words.pick, lang)}
      </label>
      <p class="hint" id="template-hint">
        {words.how[lang]}
      </p>
      <select id="template" name="template" aria-describedby="template-hint">
        <option value="">{say(words.none, lang)}</option>
        {templates.map((one) => (
          <option
            value={one.id}
            selected={one.id === picked}
            data-fills={JSON.stringify(filledFor(one, knownOf(found)))}
          >
            {say(one.label, lang)}
          </option>
        ))}
      </select>
      <button class="button quiet">{say(words.fill, lang)}</button>
    </form>
  );
};
