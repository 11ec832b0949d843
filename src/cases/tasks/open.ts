import { sql, type SQL } from 'drizzle-orm';
import { caseKinds } from '../../forms/index.ts';
import { newId } from '../../lib/ids.ts';
import { allTaskKinds, type TaskKind, type Whose } from '../../workflow/tasks.ts';

export interface TaskToOpen {
  kind: TaskKind;
  /** What it comes from: the same kind is opened once a cause. */
  cause: string;
  /** What to say to the sender, and the Shanghai date it names. */
  template?: string;
  date?: string;
  /** Of those the kind is for; all where absent. */
  whose?: readonly Whose[];
}

/** The kinds of case that have a desk. */
export const desked = (): string[] => caseKinds.filter(({ desk }) => desk !== undefined).map(({ kind }) => kind);

/**
 * Statements that open a task, for the batch of what causes it and after the case's own row. None is opened for spam, for
 * a 检举控告, which tasks would give away, or for a kind of case that has no desk.
 */
export function openTask(caseId: string, { kind, cause, template, date, whose }: TaskToOpen, now: number): SQL[] {
  return (whose ?? allTaskKinds[kind].for).map(
    (one) => sql`INSERT INTO tasks (id, site, case_id, kind, whose, cause, template, date, opened_at)
      SELECT ${newId(now)}, site, id, ${kind}, ${one}, ${cause}, ${template ?? null}, ${date ?? null}, ${now}
      FROM cases WHERE id = ${caseId} AND restricted = 0 AND spam = 0 AND kind IN ${desked()} ON CONFLICT DO NOTHING`,
  );
}
