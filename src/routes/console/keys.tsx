import type { FC } from 'hono/jsx';
import type { InboxView } from '../../cases/inbox-views.ts';
import { caseWords } from '../../i18n/cases.ts';
import { inboxWords, keyWords as words } from '../../i18n/inbox.ts';
import { pickWords } from '../../i18n/together.ts';
import { say, type Words } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';

/** `g`, then the letter of a view. */
const VIEWS: readonly [letter: string, view: InboxView, label: Words][] = [
  ['t', 'today', caseWords.today],
  ['o', 'overdue', caseWords.overdue],
  ['n', 'new', caseWords.new],
  ['m', 'mine', inboxWords.mine],
  ['w', 'waiting', inboxWords.waiting],
  ['a', 'all', caseWords.all],
];

const PLAIN = [
  ['j', words.next],
  ['k', words.previous],
  ['o', words.open],
  ['a', words.assign],
  ['r', words.answer],
  ['x', pickWords.key],
  ['b', pickWords.keyOn],
] as const satisfies readonly (readonly [string, Words])[];

/** The list of keys, shown by `?`. Its links are where the keys lead, so that script knows no address of its own. */
export const KeysDialog: FC<{ view: View }> = ({ view }) => {
  const { lang } = view;
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{say(words.title, lang)}</h2>
      <dl class="keys-list">
        {PLAIN.map(([key, label]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(label, lang)}</dd>
          </div>
        ))}
        {VIEWS.map(([letter, name, label]) => (
          <div>
            <dt>
              <kbd>g</kbd> <kbd>{letter}</kbd>
            </dt>
            <dd>
              <a href={keep(view, `/staff/cases?view=${name}`)} data-press={`g${letter}`}>
                {say(label, lang)}
              </a>
            </dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>
            <a href={keep(view, '/staff/search')} data-press="/">
              {say(words.search, lang)}
            </a>
          </dd>
        </div>
        <div>
          <dt>
            <kbd>u</kbd>
          </dt>
          <dd>
            <a href={keep(view, '/staff/cases')} data-press="u">
              {say(words.back, lang)}
            </a>
          </dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{say(words.help, lang)}</dd>
        </div>
      </dl>
      <form method="dialog">
        <button class="button quiet">{say(words.close, lang)}</button>
      </form>
    </dialog>
  );
};
