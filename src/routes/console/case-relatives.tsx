import type { FC } from 'hono/jsx';
import type { Relative } from '../../cases/relatives.ts';
import { kindByName } from '../../forms/index.ts';
import { relativeWords as words } from '../../i18n/relatives.ts';
import { say } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';
import { casePath } from './case-path.ts';
import { ClockBadge } from './clock-badge.tsx';

/** The case this one was born from, and what was born of it. */
export const CaseRelatives: FC<{ relatives: readonly Relative[]; today: string; view: View }> = (props) => {
  const { relatives, today, view } = props;
  const { lang } = view;
  return relatives.length === 0 ? null : (
    <section class="relatives" aria-label={say(words.title, lang)}>
      {relatives.map(({ is, receipt, kind, known }) => {
        const own = kindByName(kind);
        const state = known && own?.workflow.states[known.state];
        return (
          <p>
            <span class="hint">
              {say(words[is], lang)} · {own ? say(own.label, lang) : kind} · {receipt}
            </span>
            {known ? (
              <>
                <a href={keep(view, casePath(receipt))}>{known.title || receipt}</a>
                <span>
                  {state && say(state.label, lang)}{' '}
                  {known.dueDate !== null && <ClockBadge dueDate={known.dueDate} today={today} lang={lang} />}
                </span>
              </>
            ) : (
              <span class="hint">{say(words.beyond, lang)}</span>
            )}
          </p>
        );
      })}
    </section>
  );
};
