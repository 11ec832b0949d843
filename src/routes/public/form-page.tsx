import type { FC } from 'hono/jsx';
import { refusalWords, type Refusal } from '../../errors.ts';
import type { FormContext, FormKind, Json, Step as StepData, WallPart } from '../../forms/define.ts';
import { pages } from '../../i18n/pages.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { nodeAt, type Fields, type Problem } from '../../lib/fields/index.ts';
import { say, type Lang } from '../../lib/words.ts';
import { stationById, stationsOf } from '../../liaison/index.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { NodeView } from '../../ui/fields.tsx';
import { FormFrame } from '../../ui/form-frame.tsx';
import { HelpNearby } from '../../ui/help-nearby.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Step, Steps } from '../../ui/steps.tsx';
import { keep, type View } from '../../ui/view.ts';

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

const valueAt = (raw: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), raw);

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
      {refusal && <Refused refusal={refusal} fields={fields} steps={steps} view={view} />}
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
        <Steps
          lang={lang}
          send={{ label: say(page.send, lang), follows: say(pages.sendFollows, lang) }}
          help={<Help view={view} context={context} raw={raw} />}
          open={steps.find(({ paths }) => grown !== undefined && paths.includes(grown))?.id}
        >
          {steps.map((step) => (
            <FormStep step={step} form={form} fields={fields} refusal={refusal} {...part} />
          ))}
        </Steps>
      </FormFrame>
      {Wall && wall && <Wall view={view} {...wall} />}
    </Page>
  );
};

const FormStep: FC<{
  step: StepData;
  form: FormKind;
  fields: Fields;
  refusal: Refusal | null;
  view: View;
  context: FormContext;
  raw: Json;
}> = ({ step, form, fields, refusal, view, context, raw }) => {
  const { lang } = view;
  const Within = form.page.within?.[step.id];
  return (
    <Step id={step.id} title={say(step.title, lang)}>
      {step.intro && <p>{say(step.intro, lang)}</p>}
      {step.paths.map((path) => {
        const node = nodeAt(fields, path);
        if (!node) return null;
        const problems = refusal?.problems ?? [];
        return <NodeView node={node} path={path} value={valueAt(raw, path)} problems={problems} lang={lang} />;
      })}
      {Within && <Within view={view} context={context} raw={raw} />}
      {step.paths.includes('consent.privacy') && (
        <p>
          <a href={keep(view, `/${context.site.id}/privacy`)} target="_blank" rel="noopener">
            {say(pages.privacyLink, lang)}
          </a>
        </p>
      )}
    </Step>
  );
};

/** Problems in the order of the page; what stands on no step comes last. */
function downThePage(problems: readonly Problem[], steps: readonly StepData[]): Problem[] {
  const paths = steps.flatMap((step) => step.paths);
  const place = ({ path }: Problem): number => {
    const at = paths.findIndex((one) => path === one || path.startsWith(`${one}.`));
    return at === -1 ? paths.length : at;
  };
  return problems.toSorted((a, b) => place(a) - place(b));
}

const Refused: FC<{ refusal: Refusal; fields: Fields; steps: readonly StepData[]; view: View }> = (props) => {
  const { refusal, fields, steps, view } = props;
  const { lang } = view;
  if (refusal.problems) {
    const problems = describeProblems(downThePage(refusal.problems, steps), fields, lang);
    return <ErrorSummary problems={problems} lang={lang} />;
  }
  return <Told refusal={refusal} tone="bad" lang={lang} />;
};

const Told: FC<{ refusal: Refusal; tone: 'calm' | 'bad'; lang: Lang }> = ({ refusal, tone, lang }) => {
  const { title, detail } = refusalWords(refusal, lang);
  return (
    <Notice tone={tone} title={title}>
      <p>{detail}</p>
    </Notice>
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
