import { taskAsks as words } from '../../i18n/tasks.ts';
import { choice, longtext, optional, type Fields } from '../../lib/fields/index.ts';
import type { TaskKind } from '../../workflow/tasks.ts';

const remark = optional(longtext({ label: words.remark, hint: words.remarkHint, max: 2000 }));

const call = {
  outcome: choice({
    label: words.outcome,
    options: [
      { value: 'told', label: words.told },
      { value: 'no-answer', label: words.noAnswer },
      { value: 'wrong-number', label: words.wrongNumber },
    ],
  }),
  remark,
};

const asks: Partial<Record<TaskKind, Fields>> = { 'call-back': call, 'message-failed': call };

/** What whoever ends a task is asked: codes and, for colleagues, words. */
export const asksOf = (kind: TaskKind): Fields => asks[kind] ?? { remark };

/** After these the task stays open: somebody must try again. */
export const KEEPS_OPEN: readonly string[] = ['no-answer'];

/** The event that ending a task by hand writes into the chain of its case. */
const CALLED = 'called-back';
const SEEN = 'task-seen';
export const taskEvent = (kind: TaskKind): string => (asks[kind] === call ? CALLED : SEEN);
