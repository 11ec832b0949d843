import type { Child, FC } from 'hono/jsx';
import { refusalWords, type Refusal } from '../../errors.ts';
import type { FormContext, FormKind, Json, Step as StepData } from '../../forms/define.ts';
import { pages } from '../../i18n/pages.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { nodeAt, type Fields, type Problem } from '../../lib/fields/index.ts';
import { say, type Lang, type Words } from '../../lib/words.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { NodeView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Step, Steps } from '../../ui/steps.tsx';
import { keep, type View } from '../../ui/view.ts';

interface Questions {
  view: View;
  form: FormKind;
  context: FormContext;
  fields: Fields;
  steps: readonly StepData[];
  /** What has been typed so far; empty on the first look. */
  raw: Json;
  refusal: Refusal | null;
  send: Words;
  follows?: Words;
  help?: Child;
  /** The list that was asked to grow: the page opens there. */
  grown?: string;
}

/** The value at a dotted path of what was typed. */
export const valueAt = (raw: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), raw);

/** The steps of a form with their questions, for the frame that sends them. */
export const Questions: FC<Questions> = (props) => {
  const { view, steps, send, follows, help, grown } = props;
  const { lang } = view;
  return (
    <Steps
      lang={lang}
      send={{ label: say(send, lang), ...(follows && { follows: say(follows, lang) }) }}
      help={help}
      open={steps.find(({ paths }) => grown !== undefined && paths.includes(grown))?.id}
    >
      {steps.map((step) => (
        <FormStep step={step} {...props} />
      ))}
    </Steps>
  );
};

const FormStep: FC<Questions & { step: StepData }> = ({ step, form, fields, refusal, view, context, raw }) => {
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

/** What is to be put right, each leading to its question; or why nothing was sent. */
export const Refused: FC<{ refusal: Refusal; fields: Fields; steps: readonly StepData[]; lang: Lang }> = (props) => {
  const { refusal, fields, steps, lang } = props;
  if (refusal.problems) {
    const problems = describeProblems(downThePage(refusal.problems, steps), fields, lang);
    return <ErrorSummary problems={problems} lang={lang} />;
  }
  return <Told refusal={refusal} tone="bad" lang={lang} />;
};

export const Told: FC<{ refusal: Refusal; tone: 'calm' | 'bad'; lang: Lang }> = ({ refusal, tone, lang }) => {
  const { title, detail } = refusalWords(refusal, lang);
  return (
    <Notice tone={tone} title={title}>
      <p>{detail}</p>
    </Notice>
  );
};
