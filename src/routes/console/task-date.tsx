import type { FC } from 'hono/jsx';
import type { Task } from '../../cases/tasks/list.ts';
import { jsonOf } from '../../cases/stored.ts';
import { dateInWords } from '../../i18n/dates.ts';
import { taskWords as words } from '../../i18n/tasks.ts';
import { say, type Lang } from '../../lib/words.ts';
import { citeInFull } from '../../workflow/citation.ts';
import type { Due } from '../../workflow/due.ts';
import { faultOfOrgan } from '../../workflow/reminders.ts';

/** The date a task reminds of and where it comes from; past it, whose fault that is. */
export const TaskDate: FC<{ task: Task; lang: Lang }> = ({ task, lang }) => {
  const { date, what, basis, kind } = jsonOf(task.due) as Partial<Due>;
  if (date === undefined) return null;
  const law = task.kind === 'overdue' && kind === 'law' && what !== undefined ? faultOfOrgan[what] : undefined;
  return (
    <p class="small">
      {say(words.dueBy, lang, { date: dateInWords(date, lang), basis: basis ?? '' })}
      {law && ` ${say(words.fault, lang, { law: citeInFull(law, lang) })}`}
    </p>
  );
};
