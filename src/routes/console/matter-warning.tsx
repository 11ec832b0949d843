import type { FC } from 'hono/jsx';
import type { MatterView } from '../../cases/matter/bundle.ts';
import { isCarried } from '../../cases/matter/lead-step.ts';
import type { CaseKind } from '../../forms/define.ts';
import { matterWords as words } from '../../i18n/matter.ts';
import { say } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';
import type { View } from '../../ui/view.ts';
import type { Transition } from '../../workflow/define.ts';
import { asksByReader } from '../../workflow/said.ts';

/** Above a step that a whole bundle hears of: to how many it goes, and which sentences nobody has answered. It hinders nothing. */
export const MatterWarning: FC<{ matter: MatterView; form: CaseKind; taken: Transition; view: View }> = (props) => {
  const { matter, form, taken, view } = props;
  const { lang } = view;
  if (matter.total === 0 || !isCarried(form, taken)) return null;
  const speaks = Object.keys(asksByReader(taken.asks ?? {}).sender).length > 0;
  const open = matter.members.flatMap(({ receipt, odd }) =>
    odd.filter(({ settled }) => settled === null).map(({ text }) => ({ receipt, text })),
  );
  return (
    <Notice
      tone={speaks && open.length > 0 ? 'soon' : 'calm'}
      title={say(words.tells, lang, { count: matter.total + 1 })}
    >
      {speaks && <p>{say(words.tellsHint, lang)}</p>}
      {speaks && open.length > 0 && (
        <>
          <p>{say(words.unanswered, lang)}</p>
          <ul>
            {open.map(({ receipt, text }) => (
              <li>
                {receipt}: {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
};
