import type { FC } from 'hono/jsx';
import type { Refusal } from '../../errors.ts';
import type { FormContext, FormKind, Json, WallPart } from '../../forms/define.ts';
import { pages } from '../../i18n/pages.ts';
import { say } from '../../lib/words.ts';
import { stationById, stationsOf } from '../../liaison/index.ts';
import { FaultNumber } from '../../ui/fault-number.tsx';
import { FormFrame } from '../../ui/form-frame.tsx';
import { HelpNearby } from '../../ui/help-nearby.tsx';
import { Page } from '../../ui/page.tsx';
import { keep, type View } from '../../ui/view.ts';
import { Questions, Refused, Told, valueAt } from './form-questions.tsx';

/** Names of the inputs that are no answers. */
export const HIDDEN = { key: 'key', opened: 'opened', decoy: 'website' } as const;

export type WallLines = Omit<WallPart, 'view'>;

export interface FormPageProps {
  view: View;
  form: FormKind;
  context: FormContext;
  /** What has been typed so far; empty on the first look. */
  raw: Json;
  refusal: Refusal | null;
  hidden: Record<string, string>;
  action: string;
  /** The list that was asked to grow: the page opens there. */
  grown?: string;
  /** For a form that has a wall. */
  wall?: WallLines;
}

/** The page of any form kind, from its own definition: steps, questions, errors, the way to a person. */
export const FormPage: FC<FormPageProps> = (props) => {
  const { view, form, context, raw, refusal, hidden, action, grown, wall } = props;
  const { lang } = view;
  const { site } = context;
  const { page } = form;
  const fields = form.fields(context, raw);
  const part = { view, context, raw };
  const { Before, Wall } = page;
  const typed = Object.keys(raw).length > 0;
  const { title, lead } = page.heading?.(context, raw) ?? page;
  // Who was still typing when it closed gets the words back, to keep; who only opens the page gets no form.
  const closed = refusal ? null : page.closed?.(context, raw);
  if (closed) {
    return (
      <Page view={view} title={say(title, lang)}>
        <Told refusal={closed} lang={lang} tone="calm" />
        {Before && <Before {...part} />}
      </Page>
    );
  }
  const steps = page.steps(context, raw);
  return (
    <Page view={view} title={say(title, lang)} description={say(lead, lang)}>
      {refusal && <Refused {...{ refusal, fields, steps, lang }} />}
      <FaultNumber {...{ view, refusal }} />
      {Before && <Before {...part} />}
      <FormFrame
        view={view}
        action={action}
        keepAs={action}
        hidden={hidden}
        challenge={`/api/v1/${site.id}/challenge`}
        decoy={HIDDEN.decoy}
        filled={typed && refusal !== null}
      >
        <Questions
          {...{ fields, steps, form, refusal, grown, ...part }}
          send={page.send}
          follows={pages.sendFollows}
          help={<Help view={view} context={context} raw={raw} />}
        />
      </FormFrame>
      {Wall && wall && <Wall view={view} {...wall} />}
    </Page>
  );
};

/** The chosen station's phone, else the site's. */
const Help: FC<{ view: View; context: FormContext; raw: Json }> = ({ view, context: { site }, raw }) => {
  const chosen = valueAt(raw, 'answers.station');
  const station = typeof chosen === 'string' ? stationById(site.id, chosen) : undefined;
  const who = say(station?.name ?? site.office, view.lang);
  const list = !station && stationsOf(site.id).length > 0 ? keep(view, `/${site.id}/stations`) : undefined;
  return <HelpNearby who={who} phone={station?.phone ?? site.phone} stations={list} lang={view.lang} />;
};
