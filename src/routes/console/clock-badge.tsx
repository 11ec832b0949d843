import type { FC } from 'hono/jsx';
import { urgencyOf } from '../../cases/urgency.ts';
import { urgencyWords } from '../../i18n/cases.ts';
import { say, type Lang } from '../../lib/words.ts';

interface Badge {
  dueDate: string | null;
  today: string;
  lang: Lang;
  /** That the limit stands still; then there is no day to count to. */
  still?: string;
}

/** How many days are left: by colour, and by the word that says the same. */
export const ClockBadge: FC<Badge> = ({ dueDate, today, lang, still }) => {
  const { urgency, days } = urgencyOf(dueDate, today);
  return <span class={`clock ${urgency}`}>{still ?? say(urgencyWords[urgency], lang, { days })}</span>;
};
