import type { FC } from 'hono/jsx';
import { masked } from '../../cases/mask.ts';
import type { StaffCase } from '../../cases/staff-view.ts';
import { jsonOf } from '../../cases/stored.ts';
import { Lines } from '../../forms/brief.tsx';
import type { FormContext, CaseKind, Json } from '../../forms/define.ts';
import { caseWords as words, revealReasons } from '../../i18n/cases.ts';
import { say } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import { casePath } from './case-path.ts';

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

interface CaseContent {
  view: View;
  found: StaffCase;
  form: CaseKind;
  context: FormContext;
  /** `may`: may ask to see personal data; `shown`: it stands in the chain that they do; `never`. */
  personal: 'may' | 'shown' | 'never';
  /** The reason was left out. */
  wrong?: boolean;
}

/** What was sent, by the kind's own brief, and by whom; personal data masked until its showing is recorded. */
export const CaseContent: FC<CaseContent> = ({ view, found, form, context, personal, wrong }) => {
  const { lang } = view;
  const { opened, row } = found;
  if (opened.is !== 'open') {
    return (
      <Notice>
        <p>{say(words[opened.is], lang)}</p>
      </Notice>
    );
  }
  const fields = form.fields(context, opened.body);
  const shown = personal === 'shown';
  const body = shown ? opened.body : masked(fields, opened.body);
  const { answers: _answers, consent: _consent, challenge: _challenge, ...around } = fields;
  const { Brief } = form;
  return (
    <>
      <h2>{say(words.answers, lang)}</h2>
      <Brief
        answers={isJson(body['answers']) ? body['answers'] : {}}
        frozen={row.frozen === null ? undefined : jsonOf(row.frozen)}
        body={shown ? body : undefined}
        context={context}
      />
      {Object.keys(around).length > 0 && (
        <>
          <h2>{say(words.sender, lang)}</h2>
          <p class="hint">{say(shown ? words.revealed : words.maskedHint, lang)}</p>
          <Lines fields={around} answers={body} />
          {personal === 'may' && <Reveal view={view} receipt={row.receipt} wrong={wrong === true} />}
        </>
      )}
    </>
  );
};

const Reveal: FC<{ view: View; receipt: string; wrong: boolean }> = ({ view, receipt, wrong }) => (
  <details class="reveal" open={wrong}>
    <summary>{say(words.show, view.lang)}</summary>
    <form method="post" action={keep(view, `${casePath(receipt)}/reveal`)}>
      <p class="hint">{say(words.revealHint, view.lang)}</p>
      <label class="label" for="why">
        {say(words.why, view.lang)}
      </label>
      {wrong && (
        <p class="error" id="why-error" role="alert">
          {say(words.noReason, view.lang)}
        </p>
      )}
      <select id="why" name="why" required aria-describedby={wrong ? 'why-error' : undefined}>
        <option value="">{say(words.noReason, view.lang)}</option>
        {Object.entries(revealReasons).map(([value, label]) => (
          <option value={value}>{say(label, view.lang)}</option>
        ))}
      </select>
      <button class="button quiet">{say(words.reveal, view.lang)}</button>
    </form>
  </details>
);
