import type { FC } from 'hono/jsx';
import { urgencyOf } from '../../cases/urgency.ts';
import { urgencyWords } from '../../i18n/cases.ts';
import { say, type Lang } from '../../lib/words.ts';

/** How many days are left: by colour, and by the word that says the same. */
export const ClockBadge: FC<{ dueDate: string | null; today: string; lang: Lang }> = ({ dueDate, today, lang }) => {
  const { urgency, days } = urgencyOf(dueDate, today);
  return <span class={`clock ${urgency}`}>{say(urgencyWords[urgency], lang, { days })}</span>;
};
