import { asksOf } from '../../cases/tasks/asks.ts';
import type { Json } from '../../forms/define.ts';
import { taskEventWords, taskNames } from '../../i18n/tasks.ts';
import { say, type Lang } from '../../lib/words.ts';
import { isTaskKind } from '../../workflow/tasks.ts';

type TaskEvent = keyof typeof taskEventWords;

/** Whether an event was left by a task. */
export const isTaskEvent = (code: string): code is TaskEvent => Object.hasOwn(taskEventWords, code);

/** What was done about a task, among staff: the task, and what came of it. */
export function taskEventInWords(code: TaskEvent, codes: Json, lang: Lang): string {
  const kind = String(codes['task']);
  if (!isTaskKind(kind)) return say(taskEventWords[code], lang);
  const { outcome } = asksOf(kind);
  const option = outcome?.is === 'field' ? outcome.options?.find(({ value }) => value === codes['outcome']) : undefined;
  const name = code === 'task-seen' ? [say(taskNames[kind], lang)] : [];
  return [say(taskEventWords[code], lang), ...name, ...(option ? [say(option.label, lang)] : [])].join(' · ');
}
