import type { FC } from 'hono/jsx';
import type { Task } from '../../cases/tasks/list.ts';
import { kindByName } from '../../forms/index.ts';
import { dateInWords, momentInWords } from '../../i18n/dates.ts';
import { taskNames, taskWords as words } from '../../i18n/tasks.ts';
import { shanghaiTime } from '../../lib/clock.ts';
import { say, type Lang } from '../../lib/words.ts';
import { spokenWords } from '../../notify/spoken.ts';
import type { Site } from '../../sites/site.ts';
import { keep, type View } from '../../ui/view.ts';
import { allTaskKinds } from '../../workflow/tasks.ts';
import { caseTitle } from '../dev/case-title.ts';
import { casePath } from './case-path.ts';
import { TaskDate } from './task-date.tsx';

export const taskPath = ({ id }: Pick<Task, 'id'>): string => `/staff/tasks/${id}`;

/** What is said on the telephone, for a task that is a call. */
export function saidFor({ template, date, receipt }: Task, site: Site | undefined, lang: Lang): string {
  const day = date === null ? '' : dateInWords(date, lang);
  return spokenWords(template, lang, { number: receipt, date: day, phone: site?.phone ?? '' });
}

interface TaskLine {
  view: View;
  task: Task;
  site: Site | undefined;
  /** On the page of its own case the case is not named again. */
  ofCase?: boolean;
}

/** One task: what it is, of which case and since when, what to say, and how it ends. */
export const TaskLine: FC<TaskLine> = ({ view, task, site, ofCase }) => {
  const { lang } = view;
  const title = caseTitle({ ...task, kind: task.caseKind }, kindByName(task.caseKind), lang);
  return (
    <li class={`task ${task.kind}`} data-row>
      <p class="task-head">
        <span class="task-kind">{say(taskNames[task.kind], lang)}</span>
        {!ofCase && <a href={keep(view, casePath(task.receipt))}>{title}</a>}
        {!ofCase && <span class="receipt-number">{task.receipt}</span>}
        <span class="small">{say(words.since, lang, { at: momentInWords(shanghaiTime(task.openedAt), lang) })}</span>
      </p>
      {task.date !== null && task.template === null && <TaskDate task={task} lang={lang} />}
      {task.kind === 'urgent' && <p class="hint">{say(words.urgentWhy, lang)}</p>}
      {task.kind === 'message-failed' && <p class="hint">{say(words.failedWhy, lang)}</p>}
      {task.template !== null && (
        <p class="to-say">
          <b>{say(words.sayThis, lang)}</b> {saidFor(task, site, lang)}
        </p>
      )}
      {allTaskKinds[task.kind].ends === 'by-hand' && (
        <a class="button quiet" href={keep(view, taskPath(task))}>
          {say(task.template === null ? words.finish : words.record, lang)}
        </a>
      )}
    </li>
  );
};
