import type { FC } from 'hono/jsx';
import { behalfFields } from '../../cases/behalf/fields.ts';
import { readAloud } from '../../content/read-aloud.ts';
import type { Refusal } from '../../errors.ts';
import type { FormContext, FormKind, Json, Step } from '../../forms/define.ts';
import { behalfWords as words } from '../../i18n/behalf.ts';
import { withoutMemory } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import type { Station } from '../../liaison/station.ts';
import type { Account } from '../../staff/account.ts';
import { FaultNumber } from '../../ui/fault-number.tsx';
import { FormFrame } from '../../ui/form-frame.tsx';
import type { View } from '../../ui/view.ts';
import { Questions, Refused, Told } from '../public/form-questions.tsx';
import { ConsolePage } from './console-page.tsx';

export interface FilePageProps {
  view: View;
  account: Account;
  form: FormKind;
  context: FormContext;
  /** The person's answers and, under `behalf`, the filer's, as typed so far. */
  raw: Json;
  refusal: Refusal | null;
  hidden: Record<string, string>;
  action: string;
  grown?: string;
  /** Where it goes without being asked: the filer's own station. */
  station?: Station;
}

/** What only staff are asked, around the steps of the kind's own page. */
function stepsAround(own: readonly Step[], { site }: FormContext, station: Station | undefined): Step[] {
  const asked = own.map((step) => ({
    ...step,
    paths: step.paths.filter((path) => station === undefined || path !== 'answers.station'),
  }));
  return [
    { id: 'manner', title: words.mannerStep, paths: ['behalf.manner'] },
    ...asked,
    { id: 'read-aloud', title: words.agreedStep, intro: readAloud(site), paths: ['behalf.agreed'] },
  ];
}

/** The form of any kind as staff fill it in for somebody: the same questions, and nothing that an earlier person typed. */
export const FilePage: FC<FilePageProps> = (props) => {
  const { view, account, form, context, raw, refusal, hidden, action, grown, station } = props;
  const { lang } = view;
  const fields = withoutMemory({ ...behalfFields, ...form.fields(context, raw) });
  const { Before } = form.page;
  const closed = refusal ? null : form.page.closed?.(context, raw);
  const { title } = form.page.heading?.(context, raw) ?? form.page;
  const steps = stepsAround(form.page.steps(context, raw), context, station);
  const head = say(words.formTitle, lang, { form: say(title, lang) });
  return (
    <ConsolePage {...{ view, account }} title={head} description={say(words.formLead, lang)}>
      {refusal && <Refused {...{ refusal, fields, steps, lang }} />}
      <FaultNumber {...{ view, refusal }} />
      {closed && <Told refusal={closed} tone="calm" lang={lang} />}
      {station && <p class="goes-to">{say(words.goesTo, lang, { station: say(station.name, lang) })}</p>}
      {Before && <Before {...{ view, context, raw }} />}
      {!closed && (
        <FormFrame {...{ view, action, hidden }}>
          <Questions
            {...{ view, form, context, fields, steps, raw, refusal, grown }}
            send={words.send}
            follows={words.follows}
          />
        </FormFrame>
      )}
    </ConsolePage>
  );
};
