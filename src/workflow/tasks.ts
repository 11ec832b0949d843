/** Whom a task is for: the department that holds the case (else the desk), its desk, or who supervises the county. */
export type Whose = 'holder' | 'desk' | 'supervisor';

export interface TaskDefinition {
  for: readonly Whose[];
  /** How it ends: somebody says so, which is an event of the case; or by itself, with the date it reminds of. */
  ends: 'by-hand' | 'with-date';
  /** Idle once the case has come to its end. */
  untilEnd?: true;
}

/** What a person must do that is no step of the case: THE list, the most pressing first. */
export const taskKinds = {
  /** To be looked at now (信访工作条例 25). */
  urgent: { for: ['supervisor'], ends: 'by-hand', untilEnd: true },
  /** The date is past: the supervisor is told as well. */
  overdue: { for: ['holder', 'supervisor'], ends: 'with-date' },
  /** The sender left a number that takes no text message, and must be told by voice. */
  'call-back': { for: ['desk'], ends: 'by-hand' },
  /** Filed by staff for somebody, and nobody has said that it is so. */
  unconfirmed: { for: ['desk'], ends: 'by-hand', untilEnd: true },
  /** A message did not arrive: the sender must hear of it in another way. */
  'message-failed': { for: ['desk'], ends: 'by-hand' },
  /** The date is near. */
  'due-soon': { for: ['holder'], ends: 'with-date' },
  /** A year's notice has moved the date. */
  'due-moved': { for: ['holder'], ends: 'by-hand', untilEnd: true },
} as const satisfies Record<string, TaskDefinition>;

export type TaskKind = keyof typeof taskKinds;

export const allTaskKinds: Readonly<Record<TaskKind, TaskDefinition>> = taskKinds;

export const isTaskKind = (text: string): text is TaskKind => Object.hasOwn(taskKinds, text);
