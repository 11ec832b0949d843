import type { FC } from 'hono/jsx';
import { MOST_TASKS_COUNTED } from '../../cases/tasks/list.ts';
import { taskWords as words } from '../../i18n/tasks.ts';
import { say } from '../../lib/words.ts';
import { keep, type View } from '../../ui/view.ts';

/** The way to the list of tasks, with how many wait; none is no number. */
export const TasksLink: FC<{ view: View }> = ({ view }) => {
  const { waiting = 0, lang } = view;
  const shown = waiting > MOST_TASKS_COUNTED ? `${MOST_TASKS_COUNTED}+` : String(waiting);
  return (
    <a href={keep(view, '/staff/tasks')}>
      {say(words.nav, lang)}
      {waiting > 0 && <span class="count">{shown}</span>}
    </a>
  );
};
