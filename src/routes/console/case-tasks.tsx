import type { FC } from 'hono/jsx';
import { taskWords as words } from '../../i18n/tasks.ts';
import { say } from '../../lib/words.ts';
import type { OneCase } from './case-page.tsx';
import { TaskLine } from './task-line.tsx';

/** What whoever reads the page of a case must do beside its steps. */
export const CaseTasks: FC<Pick<OneCase, 'view' | 'tasks'>> = ({ view, tasks }) =>
  tasks.length === 0 ? null : (
    <section class="case-tasks" aria-label={say(words.ofCase, view.lang)}>
      <h2>{say(words.ofCase, view.lang)}</h2>
      <ol class="tasks">
        {tasks.map((task) => (
          <TaskLine {...{ view, task }} site={view.site} ofCase />
        ))}
      </ol>
    </section>
  );
