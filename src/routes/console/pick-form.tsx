import type { FC, PropsWithChildren } from 'hono/jsx';
import type { InboxLine } from '../../cases/inbox.ts';
import { offeredInList, type ActionTogether } from '../../cases/together/offered.ts';
import { kindByName } from '../../forms/index.ts';
import { pickWords as words } from '../../i18n/together.ts';
import { say } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';
import { caseTitle } from '../dev/case-title.ts';
import { KeptSwitches } from './inbox-filters.tsx';
import { pickValue } from './together-form.ts';

/** The box of a line, where anything can be done in its case together with others. A thumb finds it by its label. */
export const PickBox: FC<{ view: View; line: InboxLine; offered: readonly ActionTogether[]; ticked: boolean }> = ({
  view: { lang },
  line: { receipt, seq, ...line },
  offered,
  ticked,
}) =>
  offered.length === 0 ? null : (
    <label class="pick-box">
      <input type="checkbox" name="case" value={pickValue({ receipt, seen: seq })} checked={ticked} />
      <span class="unseen">{say(words.pick, lang, { title: caseTitle(line, kindByName(line.kind), lang) })}</span>
    </label>
  );

interface PickForm {
  view: View;
  /** What can be done in each line. */
  offered: readonly (readonly ActionTogether[])[];
  /** The address of the list as it is shown. */
  address: string;
  ticked: boolean;
}

const to = ({ id }: ActionTogether): string => `/staff/together/${id}`;

/** The lines of a list with what can be done in those that are ticked; only the lines where nothing can. */
export const PickForm: FC<PropsWithChildren<PickForm>> = ({ view, offered, address, ticked, children }) => {
  const { lang } = view;
  const actions = offeredInList(offered);
  const [first] = actions;
  if (!first) return <>{children}</>;
  return (
    <form class="picking" method="get" action={to(first)} data-picking>
      <KeptSwitches view={view} />
      <input type="hidden" name="list" value={new URL(address, 'http://list').search.slice(1)} />
      <div class="pick-bar" role="group" aria-label={say(words.bar, lang)}>
        <a class="pick-all" href={ticked ? address : keep(view, `${address}&pick=all`)} data-pick-all>
          {say(ticked ? words.none : words.all, lang)}
        </a>
        <span class="pick-count" role="status" data-pick-count>
          {say(words.how, lang)}
        </span>
        <span class="pick-acts" data-pick-acts>
          {actions.map((one) => (
            <button class="button quiet" formaction={to(one)}>
              {say(one.label, lang)}
            </button>
          ))}
        </span>
      </div>
      {children}
    </form>
  );
};
