import type { FC } from 'hono/jsx';
import type { ActionTogether } from '../../cases/together/offered.ts';
import type { PickedCase } from '../../cases/together/picked.ts';
import type { Outcome } from '../../cases/together/take.ts';
import { togetherWords as words } from '../../i18n/together.ts';
import { say } from '../../lib/words.ts';
import type { Account } from '../../staff/account.ts';
import { Notice } from '../../ui/notice.tsx';
import type { View } from '../../ui/view.ts';
import { ConsolePage } from './console-page.tsx';
import { Gone, isHindrance, PickedLines, stateInWords, whyNot } from './picked-lines.tsx';
import type { Report } from './report-token.ts';
import { BackToList } from './together-page.tsx';

interface DonePage {
  view: View;
  account: Account;
  action: ActionTogether;
  list: string;
  done: Report['done'];
  /** Those that are there for whoever reads the report, as they stand now. */
  cases: ReadonlyMap<string, PickedCase>;
}

/** What one click came to: how many were done, and of each other one why not. Reading it does nothing. */
export const DonePage: FC<DonePage> = ({ view, account, action, list, done, cases }) => {
  const { lang } = view;
  const there = done.flatMap(({ receipt, outcome }) => {
    const one = cases.get(receipt);
    return one && outcome !== 'gone' ? [{ one, outcome }] : [];
  });
  const which = (is: (outcome: Outcome) => boolean) => there.filter(({ outcome }) => is(outcome));
  const [went, before] = [which((one) => one === 'went'), which((one) => one === 'already')];
  const hindered = which((one) => one !== 'went' && one !== 'already');
  const said = { action: say(action.label, lang), went: went.length, before: before.length };
  const rest = done.length - went.length - before.length;
  const title = rest > 0 ? words.doneTitle : went.length > 0 ? words.allDone : words.doneBefore;
  const standsAt = ({ one }: (typeof there)[number]) => ({ one, notes: [stateInWords(one, lang)] });
  return (
    <ConsolePage {...{ view, account }} title={say(title, lang, { ...said, rest })}>
      <div role="status">
        <Notice tone={rest === 0 ? 'good' : 'soon'}>
          <p>{say(words.doneOnce, lang)}</p>
        </Notice>
      </div>
      <PickedLines
        view={view}
        id="rest"
        title={say(words.rest, lang, { count: hindered.length })}
        lines={hindered.map(({ one, outcome }) => ({
          one,
          notes: isHindrance(outcome) ? [whyNot(outcome, one, lang)] : [],
        }))}
      />
      <Gone count={done.length - there.length} lang={lang} />
      <PickedLines
        view={view}
        id="went"
        title={say(words.went, lang, { count: went.length })}
        lines={went.map(standsAt)}
      />
      <PickedLines
        view={view}
        id="before"
        title={say(words.before, lang, { count: before.length })}
        lines={before.map(standsAt)}
      />
      <BackToList {...{ view, list }} />
    </ConsolePage>
  );
};

/** What is left once a report can be read no more. */
export const ExpiredPage: FC<Pick<DonePage, 'view' | 'account' | 'action' | 'list'>> = (props) => {
  const { view, account, action, list } = props;
  return (
    <ConsolePage {...{ view, account }} title={say(action.label, view.lang)}>
      <Notice tone="soon">
        <p>{say(words.expired, view.lang)}</p>
      </Notice>
      <BackToList {...{ view, list }} />
    </ConsolePage>
  );
};
