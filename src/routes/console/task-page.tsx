import type { FC } from 'hono/jsx';
import { asksOf } from '../../cases/tasks/asks.ts';
import type { Task } from '../../cases/tasks/list.ts';
import type { Json } from '../../forms/define.ts';
import { describeProblems } from '../../i18n/problems.ts';
import { taskNames, taskWords as words } from '../../i18n/tasks.ts';
import type { Problem } from '../../lib/fields/index.ts';
import { say } from '../../lib/words.ts';
import type { Site } from '../../sites/site.ts';
import type { Account } from '../../staff/account.ts';
import { ButtonLink } from '../../ui/buttons.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FieldsView } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keep, type View } from '../../ui/view.ts';
import { casePath } from './case-path.ts';
import { ConsolePage } from './console-page.tsx';
import { saidFor, taskPath } from './task-line.tsx';

interface TaskPage {
  view: View;
  account: Account;
  task: Task;
  site: Site | undefined;
  raw: Json;
  problems?: readonly Problem[];
  /** Another event came between, and nothing was noted. */
  changed?: boolean;
}

/** One task that ends by hand: what to say, and what came of it, as a plain form. */
export const TaskPage: FC<TaskPage> = ({ view, account, task, site, raw, problems = [], changed }) => {
  const { lang } = view;
  const kind = say(taskNames[task.kind], lang);
  const { remark, ...rest } = asksOf(task.kind);
  const shared = { values: raw, problems, lang };
  const said = describeProblems(problems, asksOf(task.kind), lang);
  return (
    <ConsolePage {...{ view, account }} title={say(words.finishOf, lang, { kind, receipt: task.receipt })}>
      {changed && (
        <div role="alert">
          <Notice tone="bad" title={say(words.changed, lang)}>
            <p>{say(words.changedHow, lang)}</p>
          </Notice>
        </div>
      )}
      <ErrorSummary lang={lang} problems={said.map(({ path, message }) => ({ path, message }))} />
      {task.template !== null && (
        <Notice title={say(words.sayThis, lang)}>
          <p>{saidFor(task, site, lang)}</p>
          <p class="hint">{say(words.sayHow, lang)}</p>
        </Notice>
      )}
      <p class="turn-back">
        <ButtonLink href={keep(view, casePath(task.receipt))} label={say(words.openCase, lang)} quiet />
      </p>
      <form method="post" action={keep(view, taskPath(task))}>
        <FieldsView fields={rest} {...shared} />
        {remark && (
          <div class="said internal">
            <FieldsView fields={{ remark }} {...shared} />
          </div>
        )}
        <button class="button">{say(task.template === null ? words.finish : words.record, lang)}</button>
      </form>
      <p class="turn-back">
        <a href={keep(view, '/staff/tasks')}>{say(words.back, lang)}</a>
      </p>
    </ConsolePage>
  );
};
