import type { FC } from 'hono/jsx';
import { dev as words } from '../../i18n/dev.ts';
import { say } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';

/** From one local page to the other. */
export const DevLinks: FC<{ view: View }> = ({ view }) => (
  <nav class="dev-links">
    <a href={keep(view, '/dev/mailbox')}>{say(words.toMailbox, view.lang)}</a>
    <a href={keep(view, '/dev/cases')}>{say(words.toCases, view.lang)}</a>
  </nav>
);
