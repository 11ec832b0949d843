import type { FC } from 'hono/jsx';
import { taskNames } from '../../i18n/tasks.ts';
import { say, type Lang } from '../../lib/words.ts';

/** That a case is marked as urgent: by colour, and by the word. */
export const UrgentMark: FC<{ lang: Lang }> = ({ lang }) => (
  <span class="urgent-mark">{say(taskNames.urgent, lang)}</span>
);
