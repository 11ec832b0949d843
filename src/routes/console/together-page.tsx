import type { FC } from 'hono/jsx';
import type { ActionTogether } from '../../cases/together/offered.ts';
import { MOST_PICKED, type Picked, type PickedCase } from '../../cases/together/picked.ts';
import type { Hindrance } from '../../cases/together/standing.ts';
import type { Json } from '../../forms/define.ts';
import { caseWords } from '../../i18n/cases.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { togetherWords } from '../../i18n/together.ts';
import type { Fields, Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import type { Account } from '../../staff/account.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import type { Transition } from '../../workflow/define.ts';
import { asksByReader } from '../../workflow/said.ts';
import { AUDIENCES } from './action-page.tsx';
import { ConsolePage } from './console-page.tsx';
import { Gone, heldInWords, KeptPicks, PickedLines, stateInWords, whyNot, type Line } from './picked-lines.tsx';
import { listOf } from './together-form.ts';

const words = { ...caseWords, ...togetherWords };

/** What was picked for an action, as each case stands. */
export interface Together {
  view: View;
  account: Account;
  /** Whose cases they are. */
  site: Site;
  action: ActionTogether;
  picked: readonly Picked[];
  tooMany: boolean;
  /** The query of the list one came from. */
  list: string;
  can: readonly { one: PickedCase; taken: Transition }[];
  cannot: readonly { one: PickedCase; why: Hindrance }[];
  /** How many are not there for whoever asks. */
  gone: number;
  /** What the action asks, once for all. */
  asks: Fields;
}

export const BackToList: FC<{ view: View; list: string }> = ({ view, list }) => (
  <p class="turn-back">
    <ButtonLink href={listOf(view, list)} label={say(words.back, view.lang)} quiet />
  </p>
);

/** Those picked that stay as they are, each with the reason, and how many are not there. */
export const Cannot: FC<Pick<Together, 'view' | 'cannot' | 'gone'>> = ({ view, cannot, gone }) => {
  const { lang } = view;
  const lines = cannot.map(({ one, why }): Line => ({ one, notes: [whyNot(why, one, lang)] }));
  return (
    <>
      <PickedLines {...{ view, lines }} id="cannot" title={say(words.cannot, lang, { count: lines.length })} />
      <Gone count={gone} lang={lang} />
    </>
  );
};

/** What an action asks, to be typed once for all that were picked; below it the cases, and which it is not possible in. */
export const TogetherPage: FC<Together & { raw: Json; problems?: readonly Problem[] }> = (props) => {
  const { view, account, action, picked, tooMany, list, can, asks, raw, problems = [] } = props;
  const { lang } = view;
  const [label, count] = [say(action.label, lang), can.length];
  const parts = asksByReader(asks);
  const shared = { values: raw, problems, lang };
  const title = count > 0 ? say(words.title, lang, { action: label, count }) : titleOfNone(props, label);
  return (
    <ConsolePage
      {...{ view, account, title }}
      description={say(picked.length > 0 ? words.lead : words.nonePickedHow, lang)}
    >
      {tooMany && <Notice tone="soon" title={say(words.tooMany, lang, { most: MOST_PICKED })} />}
      <ErrorSummary
        lang={lang}
        problems={describeProblems(problems, asks, lang).map(({ path, message }) => ({ path, message }))}
      />
      {count > 0 && (
        <form method="post" action={keep(view, `/staff/together/${action.id}`)} aria-label={say(words.asked, lang)}>
          <KeptPicks {...{ picked, list }} />
          <FieldsView fields={parts.rest} {...shared} />
          {AUDIENCES.filter(([, reader]) => Object.keys(parts[reader]).length > 0).map(([audience, reader]) => (
            <div class={`said ${audience}`}>
              <p class="audience">{say(words[audience], lang)}</p>
              <FieldsView fields={parts[reader]} {...shared} />
            </div>
          ))}
          <button class="button">{say(words.check, lang)}</button>
        </form>
      )}
      <PickedLines
        view={view}
        id="can"
        title={say(words.can, lang, { count })}
        lines={can.map(({ one }) => ({ one, notes: [stateInWords(one, lang), ...heldInWords(one, lang)] }))}
      />
      <Cannot {...props} />
      <BackToList {...{ view, list }} />
    </ConsolePage>
  );
};

const titleOfNone = ({ picked, view: { lang } }: Together, action: string): string =>
  picked.length === 0 ? say(words.nonePicked, lang) : say(words.titleNone, lang, { action });
