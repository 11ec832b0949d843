import type { FC } from 'hono/jsx';
import { offeredTo, worksOn } from '../../cases/offered.ts';
import { caseWords as words } from '../../i18n/cases.ts';
import { caseActionWords } from '../../i18n/case-actions.ts';
import { recusal } from '../../i18n/recusal.ts';
import { say } from '../../lib/words.ts';
import { keep } from '../../ui/view.ts';
import type { Transition } from '../../workflow/define.ts';
import type { OneCase } from './case-page.tsx';
import { casePath } from './case-path.ts';

/** Keys of the actions that are taken most. */
const PRESSED: Readonly<Record<string, string>> = { assign: 'a', answer: 'r', reply: 'r' };

/** The action that mostly follows stands first; the others keep their order. */
const usualFirst = (steps: readonly Transition[], usual?: string): readonly Transition[] =>
  steps.toSorted((a, b) => Number(b.id === usual) - Number(a.id === usual));

/**
 * What one can do: the steps that move the case as buttons, the usual one in full colour, and below them, quieter, what
 * leaves it where it stands.
 */
export const CaseActions: FC<OneCase> = ({ view, account, found, form }) => {
  const { lang } = view;
  const address = (id: string): string => keep(view, `${casePath(found.row.receipt)}/${id}`);
  const offered = offeredTo(account, found, form.workflow);
  const steps = usualFirst(
    offered.filter(({ to }) => to !== undefined),
    form.workflow.states[found.row.state]?.usual,
  );
  const recuses = worksOn(account, found, form.workflow);
  const besides = [
    ...offered.filter(({ to }) => to === undefined),
    ...(recuses ? [{ id: 'recuse', label: recusal.button }] : []),
  ];
  return (
    <nav class="actions" aria-label={say(words.actions, lang)}>
      {offered.length === 0 && <p class="hint">{say(words.noActions, lang)}</p>}
      {steps.length > 0 && (
        <div class="steps-on">
          {steps.map(({ id, label }, i) => (
            <a class={i === 0 ? 'button' : 'button quiet'} href={address(id)} data-press={PRESSED[id]}>
              {say(label, lang)}
            </a>
          ))}
        </div>
      )}
      {besides.length > 0 && (
        <div class="besides">
          <span class="hint">{say(caseActionWords.besides, lang)}</span>
          {besides.map(({ id, label }) => (
            <a href={address(id)}>{say(label, lang)}</a>
          ))}
        </div>
      )}
    </nav>
  );
};
